// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Abseil's log (absl/log, of release 20230125 or later; Debian 12's is older) with the ids of the open span: over OTLP,
// and as lines of text. A sink is called on the thread that logs, so the ids are those of its span.
//
//   absl::InitializeLog();
//   spansmith::SendAbslLogOverOtlp();
//
// Header only: it is compiled with the Abseil that the program has. C++17.
#ifndef SPANSMITH_ABSL_LOG_H_
#define SPANSMITH_ABSL_LOG_H_

#include <absl/base/log_severity.h>
#include <absl/log/log_entry.h>
#include <absl/log/log_sink.h>
#include <absl/log/log_sink_registry.h>
#include <absl/time/time.h>
#include <spansmith/logs.h>
#include <spansmith/runtime.h>
#include <spansmith/trace_ids.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <string>
#include <utility>

namespace spansmith {

// Every record as a log record over OTLP (spansmith/logs.h): severity, message, thread.id, code.file.path and
// code.line.number as attributes, the ids of the span it was written in. A log call waits for no network, but of
// LOG(FATAL), behind which there is no exit: logs and spans are flushed then, for two seconds at most. Thread-safe.
class AbslOtlpSink : public absl::LogSink {
 public:
  void Send(const absl::LogEntry& entry) override {
    if (entry.log_severity() == absl::LogSeverity::kFatal) fatal_.store(true, std::memory_order_relaxed);
    if (!LogsWanted()) return;
    LogRecord record;
    const std::int64_t time = absl::ToUnixNanos(entry.timestamp());
    record.time_unix_nano = time > 0 ? static_cast<std::uint64_t>(time) : 0;
    record.severity = SeverityOf(entry.log_severity());
    record.severity_text = absl::LogSeverityName(entry.log_severity());
    record.body.assign(entry.text_message().data(), entry.text_message().size());
    record.attributes.push_back({"thread.id", static_cast<std::int64_t>(entry.tid())});
    record.attributes.push_back({"code.file.path", std::string(entry.source_filename())});
    record.attributes.push_back({"code.line.number", static_cast<std::int64_t>(entry.source_line())});
    EmitLog(std::move(record));
  }
  void Flush() override {
    if (fatal_.load(std::memory_order_relaxed)) spansmith::Flush(std::chrono::seconds(2));
  }

 private:
  // Specification, logs/data-model.md, "Mapping of SeverityNumber".
  static Severity SeverityOf(absl::LogSeverity severity) {
    switch (severity) {
      case absl::LogSeverity::kInfo:
        return Severity::kInfo;
      case absl::LogSeverity::kWarning:
        return Severity::kWarn;
      case absl::LogSeverity::kError:
        return Severity::kError;
      case absl::LogSeverity::kFatal:
        return Severity::kFatal;
    }
    return Severity::kUnset;
  }

  std::atomic<bool> fatal_{false};
};

// Every record as a line, as Abseil writes it, with the ids behind the prefix where a span is open:
//   I0102 03:04:05.678901   4242 main.cc:12] trace_id=4bf92f35... span_id=00f067aa... trace_flags=01 reconciled
// `out` must outlive the sink. Thread-safe: a line is one write.
class AbslTextSink : public absl::LogSink {
 public:
  explicit AbslTextSink(std::FILE* out) : out_(out) {}

  void Send(const absl::LogEntry& entry) override {
    const absl::string_view text = entry.text_message_with_prefix();
    const std::size_t prefix = text.size() - entry.text_message().size();
    std::string line(text.substr(0, prefix));
    if (const TraceIds ids = CurrentTraceIds()) {
      line.append("trace_id=").append(ids.trace_id).append(" span_id=").append(ids.span_id);
      line.append(" trace_flags=").append(ids.trace_flags).append(" ");
    }
    line.append(text.data() + prefix, text.size() - prefix).append("\n");
    std::fwrite(line.data(), 1, line.size(), out_);
  }
  void Flush() override { std::fflush(out_); }

 private:
  std::FILE* out_;
};

// Adds an AbslOtlpSink that lives as long as the process, where logs are wanted anywhere (OTEL_LOGS_EXPORTER, an OTLP
// endpoint), else nothing. Any thread. True: added, now or by an earlier call.
inline bool SendAbslLogOverOtlp() {
  if (!LogsWanted()) return false;
  static std::once_flag added;
  std::call_once(added, [] { absl::AddLogSink(new AbslOtlpSink); });
  return true;
}

}  // namespace spansmith

#endif  // SPANSMITH_ABSL_LOG_H_
