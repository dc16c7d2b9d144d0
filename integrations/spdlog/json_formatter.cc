// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Records as lines of JSON (RFC 8259): see spansmith/spdlog.h. What is no UTF-8 in a message is passed on as it is.
#include <spansmith/spdlog.h>
#include <spansmith/trace_ids.h>
#include <spdlog/details/fmt_helper.h>
#include <spdlog/details/log_msg.h>
#include <spdlog/details/os.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <string_view>

namespace spansmith {
namespace {

void Append(spdlog::memory_buf_t& to, std::string_view text) { to.append(text.data(), text.data() + text.size()); }

void AppendQuoted(spdlog::memory_buf_t& to, std::string_view text) {
  to.push_back('"');
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      to.push_back('\\');
      to.push_back(c);
    } else if (c == '\n') {
      Append(to, "\\n");
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
      Append(to, escaped);
    } else {
      to.push_back(c);
    }
  }
  to.push_back('"');
}

void AppendTime(spdlog::memory_buf_t& to, spdlog::log_clock::time_point when) {
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(when.time_since_epoch()).count();
  const std::time_t seconds = static_cast<std::time_t>(micros / 1'000'000);
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char text[40];
  const std::size_t size = std::strftime(text, sizeof text, "\"%Y-%m-%dT%H:%M:%S", &utc);
  Append(to, {text, size});
  std::snprintf(text, sizeof text, ".%06dZ\"", static_cast<int>(micros % 1'000'000));
  Append(to, text);
}

class JsonFormatter : public spdlog::formatter {
 public:
  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& to) override {
    Append(to, "{\"time\":");
    AppendTime(to, message.time);
    Append(to, ",\"level\":");
    const auto level = spdlog::level::to_string_view(message.level);
    AppendQuoted(to, {level.data(), level.size()});
    if (message.logger_name.size() != 0) {
      Append(to, ",\"logger\":");
      AppendQuoted(to, {message.logger_name.data(), message.logger_name.size()});
    }
    Append(to, ",\"msg\":");
    AppendQuoted(to, {message.payload.data(), message.payload.size()});
    if (message.thread_id == spdlog::details::os::thread_id()) AppendIds(to);
    Append(to, "}\n");
  }
  std::unique_ptr<formatter> clone() const override { return std::make_unique<JsonFormatter>(); }

 private:
  static void AppendIds(spdlog::memory_buf_t& to) {
    const TraceIds ids = CurrentTraceIds();
    if (!ids) return;
    Append(to, ",\"trace_id\":\"");
    Append(to, ids.trace_id);
    Append(to, "\",\"span_id\":\"");
    Append(to, ids.span_id);
    Append(to, "\",\"trace_flags\":\"");
    Append(to, ids.trace_flags);
    Append(to, "\"");
  }
};

}  // namespace

std::unique_ptr<spdlog::formatter> MakeSpdlogJsonFormatter() { return std::make_unique<JsonFormatter>(); }

}  // namespace spansmith
