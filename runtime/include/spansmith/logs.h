// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Log records over OTLP, for bridges of logging libraries (spansmith/spdlog.h has one) and for who has none. Records
// are batched, sent and tried again as spans are (docs/logs.md), beside whatever the program does with its logs. Any
// thread, at any time; nothing throws. C++17, standard library only.
#ifndef SPANSMITH_LOGS_H_
#define SPANSMITH_LOGS_H_

#include <spansmith/span_data.h>

#include <cstdint>
#include <string>

namespace spansmith {

// OTLP's SeverityNumber (opentelemetry/proto/logs/v1/logs.proto); the numbers between are finer steps.
enum class Severity : unsigned char {
  kUnset = 0,
  kTrace = 1,
  kDebug = 5,
  kInfo = 9,
  kWarn = 13,
  kError = 17,
  kFatal = 21
};

struct LogRecord {
  std::uint64_t time_unix_nano = 0;  // 0: now
  Severity severity = Severity::kUnset;
  std::string severity_text;  // the source's own word: "warning"
  std::string body;
  Attributes attributes;
  std::string scope;                                       // the logger's name: the instrumentation scope
  injected::Context context = injected::CurrentContext();  // of the span it was written in; span_id 0: none
  std::string event_name = {};                             // of a record that is an event; "": none
};

// Whether records are sent anywhere (OTEL_LOGS_EXPORTER, an OTLP endpoint). Asked before a record is made, it saves
// that.
bool LogsWanted() noexcept;

// False: it is not wanted, or lost, and then counted. Text that is no UTF-8 is mended.
bool EmitLog(LogRecord record) noexcept;

// Since the process began (a forked child begins anew): emitted = delivered + Dropped() + pending.
struct LogStats {
  std::uint64_t emitted = 0;  // while they were wanted
  std::uint64_t delivered = 0;
  std::uint64_t pending = 0;                   // wait in memory
  std::uint64_t dropped_queue_full = 0;        // they came faster than they could be sent
  std::uint64_t dropped_export_failed = 0;     // could not be sent
  std::uint64_t dropped_rejected = 0;          // the receiver refused them
  std::uint64_t dropped_shutdown_timeout = 0;  // not sent when the time for shutdown was over
  std::uint64_t dropped_after_shutdown = 0;    // came later than that

  std::uint64_t Dropped() const {
    return dropped_queue_full + dropped_export_failed + dropped_rejected + dropped_shutdown_timeout +
           dropped_after_shutdown;
  }
};
LogStats GetLogStats() noexcept;

}  // namespace spansmith

#endif  // SPANSMITH_LOGS_H_
