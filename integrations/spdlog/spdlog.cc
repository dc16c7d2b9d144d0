// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The ids in records: see spansmith/spdlog.h.
#include <spansmith/spdlog.h>
#include <spansmith/trace_ids.h>
#include <spdlog/details/os.h>
#include <spdlog/spdlog.h>

#include <string_view>
#include <utility>

namespace spansmith {
namespace {

using Write = void (*)(const TraceIds& ids, spdlog::memory_buf_t& to);

void Append(spdlog::memory_buf_t& to, std::string_view text) { to.append(text.data(), text.data() + text.size()); }

void WriteAll(const TraceIds& ids, spdlog::memory_buf_t& to) {
  Append(to, "trace_id=");
  Append(to, ids.trace_id);
  Append(to, " span_id=");
  Append(to, ids.span_id);
  Append(to, " trace_flags=");
  Append(to, ids.trace_flags);
  Append(to, " ");
}

class Flag : public spdlog::custom_flag_formatter {
 public:
  explicit Flag(Write write) : write_(write) {}
  void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& to) override {
    if (message.thread_id != spdlog::details::os::thread_id()) return;  // an asynchronous logger's own thread
    const TraceIds ids = CurrentTraceIds();
    if (ids) write_(ids, to);
  }
  std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<Flag>(write_); }

 private:
  Write write_;
};

}  // namespace

std::unique_ptr<spdlog::pattern_formatter> MakeSpdlogFormatter(const std::string& pattern) {
  auto formatter = std::make_unique<spdlog::pattern_formatter>();
  formatter->add_flag<Flag>('*', &WriteAll);
  formatter->add_flag<Flag>('Q', [](const TraceIds& ids, spdlog::memory_buf_t& to) { Append(to, ids.trace_id); });
  formatter->add_flag<Flag>('q', [](const TraceIds& ids, spdlog::memory_buf_t& to) { Append(to, ids.span_id); });
  formatter->add_flag<Flag>('w', [](const TraceIds& ids, spdlog::memory_buf_t& to) { Append(to, ids.trace_flags); });
  formatter->set_pattern(pattern);
  return formatter;
}

void AddTraceIdsToSpdlog(const std::string& pattern) { spdlog::set_formatter(MakeSpdlogFormatter(pattern)); }

}  // namespace spansmith
