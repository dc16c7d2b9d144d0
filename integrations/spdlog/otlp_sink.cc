// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Records over OTLP: see spansmith/spdlog.h.
#include <spansmith/logs.h>
#include <spansmith/spdlog.h>
#include <spdlog/details/log_msg.h>
#include <spdlog/details/os.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <string>

namespace spansmith {
namespace {

// Specification, logs/data-model.md, "Mapping of SeverityNumber".
Severity SeverityOf(spdlog::level::level_enum level) {
  switch (level) {
    case spdlog::level::trace:
      return Severity::kTrace;
    case spdlog::level::debug:
      return Severity::kDebug;
    case spdlog::level::info:
      return Severity::kInfo;
    case spdlog::level::warn:
      return Severity::kWarn;
    case spdlog::level::err:
      return Severity::kError;
    case spdlog::level::critical:
      return Severity::kFatal;
    default:
      return Severity::kUnset;
  }
}

class OtlpSink : public spdlog::sinks::sink {
 public:
  void log(const spdlog::details::log_msg& message) override {
    if (!LogsWanted()) return;
    LogRecord record;
    record.time_unix_nano = static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::nanoseconds>(message.time.time_since_epoch()).count());
    record.severity = SeverityOf(message.level);
    const auto level = spdlog::level::to_string_view(message.level);
    record.severity_text.assign(level.data(), level.size());
    record.body.assign(message.payload.data(), message.payload.size());
    record.scope.assign(message.logger_name.data(), message.logger_name.size());
    record.attributes.push_back({"thread.id", static_cast<std::int64_t>(message.thread_id)});
    if (!message.source.empty()) {
      record.attributes.push_back({"code.file.path", std::string(message.source.filename)});
      record.attributes.push_back({"code.line.number", std::int64_t{message.source.line}});
      if (message.source.funcname != nullptr) {
        record.attributes.push_back({"code.function.name", std::string(message.source.funcname)});
      }
    }
    if (message.thread_id != spdlog::details::os::thread_id()) record.context = {};
    EmitLog(std::move(record));
  }
  void flush() override {}  // it has a thread of its own, and nobody shall wait for a network in a log call
  void set_pattern(const std::string&) override {}
  void set_formatter(std::unique_ptr<spdlog::formatter>) override {}
};

}  // namespace

std::shared_ptr<spdlog::sinks::sink> MakeSpdlogOtlpSink() { return std::make_shared<OtlpSink>(); }

bool SendSpdlogOverOtlp() {
  if (!LogsWanted()) return false;
  spdlog::default_logger()->sinks().push_back(MakeSpdlogOtlpSink());
  return true;
}

}  // namespace spansmith
