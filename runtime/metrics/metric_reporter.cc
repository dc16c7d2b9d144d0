// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See metric_reporter.h.
#include "metrics/metric_reporter.h"

#include "export/otlp/metrics_encoder.h"
#include "metrics/instruments.h"

namespace spansmith::metrics {

MetricReporter& MetricReporter::Get() {
  static auto* const reporter = new MetricReporter;
  return *reporter;
}

void MetricReporter::Started(const config::SignalConfig& signal) {
  as_deltas_ = signal.temporality != config::Temporality::kCumulative;
  Instruments::CountDeltas(as_deltas_);
}

MetricReporter::Request MetricReporter::Take(const Attributes& resource, const config::BatchConfig&, int round) {
  if (round != 0) return {};
  const std::vector<Metric> metrics = Instruments::Get().Read(as_deltas_);
  std::size_t points = 0;
  for (const Metric& metric : metrics) points += metric.points.size();
  if (points == 0) return {};
  return {exporter::EncodeMetrics(metrics, resource), points};
}

void MetricReporter::HoldOwn() { Instruments::Get().HoldForFork(); }
void MetricReporter::ReleaseOwn(bool child) { Instruments::Get().ReleaseAfterFork(child); }

}  // namespace spansmith::metrics
