// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See log_reporter.h.
#include "logs/log_reporter.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <span>
#include <utility>
#include <variant>

#include "drain/redact.h"
#include "drain/utf8.h"

namespace spansmith {
namespace logs {
namespace {

std::uint64_t UnixNanos() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count());
}

// What OTLP can carry, and what may be told.
void Mend(LogRecord& record) {
  record.body = drain::ValidUtf8(record.body);
  record.scope = drain::ValidUtf8(record.scope);
  record.severity_text = drain::ValidUtf8(record.severity_text);
  record.event_name = drain::ValidUtf8(record.event_name);
  for (Attribute& attribute : record.attributes) {
    attribute.key = drain::ValidUtf8(attribute.key);
    drain::MakeValidUtf8(attribute.value);
  }
  if (drain::redaction != nullptr) drain::Redact(*drain::redaction, record.attributes);
}

}  // namespace

LogReporter& LogReporter::Get() {
  static auto* const reporter = new LogReporter;
  return *reporter;
}

void LogReporter::Started(const config::SignalConfig& signal) {
  const std::lock_guard lock(mutex_);
  most_ = signal.batch.max_queue_size;
  enough_ = signal.batch.max_batch_size;
}

bool LogReporter::Emit(LogRecord record) {
  if (!Ready()) {
    if (stopped()) {
      emitted_.fetch_add(1);
      late_.fetch_add(1);
    }
    return false;
  }
  emitted_.fetch_add(1);
  const std::uint64_t now = UnixNanos();
  if (record.time_unix_nano == 0) record.time_unix_nano = now;
  Mend(record);
  bool wake;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= most_) {
      counts().Dropped(loss::Reason::kQueueFull, 1);
      return false;
    }
    waiting_.push_back({std::move(record), now});
    wake = waiting_.size() % enough_ == 0;
  }
  if (wake) Wake();
  return true;
}

LogReporter::Request LogReporter::Take(const Attributes& resource, const config::BatchConfig& batch, int) {
  std::vector<exporter::ObservedLog> taken;
  {
    const std::lock_guard lock(mutex_);
    const std::size_t size = std::min(waiting_.size(), batch.max_batch_size);
    const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(size);
    taken.assign(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
    waiting_.erase(waiting_.begin(), end);
  }
  if (taken.empty()) return {};
  return {exporter::EncodeLogs(taken, resource), taken.size()};
}

void LogReporter::ReleaseOwn(bool child) {
  if (child) {
    waiting_.clear();
    emitted_ = 0;
    late_ = 0;
  }
  mutex_.unlock();
}

LogStats LogReporter::Count() const {
  LogStats stats;
  stats.emitted = emitted_.load();
  stats.delivered = ledger().delivered();
  stats.dropped_queue_full = ledger().dropped(loss::Reason::kQueueFull);
  stats.dropped_export_failed = ledger().dropped(loss::Reason::kExportFailed);
  stats.dropped_rejected = ledger().dropped(loss::Reason::kRejected);
  stats.dropped_shutdown_timeout = ledger().dropped(loss::Reason::kShutdownTimeout);
  stats.dropped_after_shutdown = late_.load();
  const std::uint64_t done = stats.delivered + stats.Dropped();
  stats.pending = stats.emitted > done ? stats.emitted - done : 0;
  return stats;
}

}  // namespace logs

bool LogsWanted() noexcept { return logs::LogReporter::Get().Ready(); }

bool EmitLog(LogRecord record) noexcept try {
  return logs::LogReporter::Get().Emit(std::move(record));
} catch (const std::exception&) {
  return false;  // no memory for it
}

LogStats GetLogStats() noexcept { return logs::LogReporter::Get().Count(); }

}  // namespace spansmith
