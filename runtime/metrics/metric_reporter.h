// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// All instruments over OTLP, every OTEL_METRIC_EXPORT_INTERVAL, at a flush and at the end: cumulative. Any thread.
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
  Request Take(const Attributes& resource, const config::BatchConfig& batch, int round) override;
  void HoldOwn() override;
  void ReleaseOwn(bool child) override;
};

}  // namespace spansmith::metrics

#endif  // SPANSMITH_METRICS_METRIC_REPORTER_H_
