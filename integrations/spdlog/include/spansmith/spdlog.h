// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The ids of the open span in every record of spdlog; one line in main:
//
//   spansmith::AddTraceIdsToSpdlog();
//
//   [2026-01-02 03:04:05.678] [info] trace_id=4bf92f35... span_id=00f067aa... trace_flags=01 reconciled default/db
//
// Where no span is open, flags write nothing: the line is what it was. Ids are those of the thread that logs; an
// asynchronous logger formats on another thread, where they are left out rather than wrong. C++17.
#ifndef SPANSMITH_SPDLOG_H_
#define SPANSMITH_SPDLOG_H_

#include <spdlog/formatter.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/sink.h>

#include <memory>
#include <string>

namespace spansmith {

// `%*` in a pattern is "trace_id=... span_id=... trace_flags=.. ", with the blank after it, or nothing.
inline constexpr char kSpdlogPattern[] = "[%Y-%m-%d %H:%M:%S.%e] [%^%l%$] %*%v";

// A formatter for one logger or sink. Flags beside `%*`, each the value alone: `%Q` trace id, `%q` span id, `%w` trace
// flags, for patterns that are JSON.
std::unique_ptr<spdlog::pattern_formatter> MakeSpdlogFormatter(const std::string& pattern = kSpdlogPattern);

// Gives it to all loggers that are registered now, and to those that are registered later.
void AddTraceIdsToSpdlog(const std::string& pattern = kSpdlogPattern);

// One JSON object a line, whatever a message holds:
//   {"time":"2026-01-02T03:04:05.678901Z","level":"info","logger":"main","msg":"...","trace_id":"...","span_id":"...",
//   "trace_flags":"01"}
// `logger` where it has a name, the last three where a span is open.
std::unique_ptr<spdlog::formatter> MakeSpdlogJsonFormatter();

// Every record as a log record over OTLP (spansmith/logs.h), beside the other sinks of a logger: severity, text, the
// logger's name as scope, thread.id and, where the record knows it, code.* as attributes, the ids of the span it was
// written in. From an asynchronous logger it has no ids, as above.
std::shared_ptr<spdlog::sinks::sink> MakeSpdlogOtlpSink();

// Adds that sink to the default logger, where logs are wanted anywhere (OTEL_LOGS_EXPORTER, an OTLP endpoint), else
// nothing. Once, before other threads log: spdlog's list of sinks is not guarded. True: added.
bool SendSpdlogOverOtlp();

}  // namespace spansmith

#endif  // SPANSMITH_SPDLOG_H_
