// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// All instruments over OTLP, every OTEL_METRIC_EXPORT_INTERVAL, at a flush and at the end: cumulative, or deltas where
// OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE says so. Any thread.
#ifndef SPANSMITH_METRICS_METRIC_REPORTER_H_
#define SPANSMITH_METRICS_METRIC_REPORTER_H_

#include <mutex>

#include "signals/reporter.h"

namespace spansmith::metrics {

class MetricReporter : public signals::Reporter {
 public:
  static MetricReporter& Get();

 private:
  MetricReporter() : Reporter(config::Signal::kMetrics) {}
  void Started(const config::SignalConfig& signal) override;
  Request Take(const Attributes& resource, const config::BatchConfig& batch, int round) override;
  bool as_deltas_ = false;  // since the start
  void HoldOwn() override;
  void ReleaseOwn(bool child) override;
};

}  // namespace spansmith::metrics

#endif  // SPANSMITH_METRICS_METRIC_REPORTER_H_
