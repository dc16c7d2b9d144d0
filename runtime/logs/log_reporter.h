// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The process's log records on their way (spansmith/logs.h): a queue that is bounded by OTEL_BLRP_MAX_QUEUE_SIZE, taken
// away in batches. Any thread.
#ifndef SPANSMITH_LOGS_LOG_REPORTER_H_
#define SPANSMITH_LOGS_LOG_REPORTER_H_

#include <spansmith/logs.h>

#include <atomic>
#include <cstddef>
#include <mutex>
#include <vector>

#include "export/otlp/logs_encoder.h"
#include "signals/reporter.h"

namespace spansmith::logs {

class LogReporter : public signals::Reporter {
 public:
  static LogReporter& Get();

  bool Emit(LogRecord record);
  LogStats Count() const;

 private:
  LogReporter() : Reporter(config::Signal::kLogs) {}
  Request Take(const Attributes& resource, const config::BatchConfig& batch, int round) override;
  void Started(const config::SignalConfig& signal) override;
  void HoldOwn() override { mutex_.lock(); }
  void ReleaseOwn(bool child) override;

  std::mutex mutex_;
  std::vector<exporter::ObservedLog> waiting_;  // oldest first
  std::size_t most_ = 0;                        // that wait
  std::size_t enough_ = 0;                      // for a batch
  std::atomic<std::uint64_t> emitted_{0};
  std::atomic<std::uint64_t> late_{0};  // after the end
};

}  // namespace spansmith::logs

#endif  // SPANSMITH_LOGS_LOG_REPORTER_H_
