// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Metrics as text for Prometheus: its own format 0.0.4, and OpenMetrics 1.0, which has exemplars. Pure.
#ifndef SPANSMITH_METRICS_OPENMETRICS_H_
#define SPANSMITH_METRICS_OPENMETRICS_H_

#include <spansmith/metrics.h>

#include <span>
#include <string>

#include "metrics/snapshot.h"

namespace spansmith::metrics {

// Exponential histograms have a bucket for each of theirs that holds something: text has no other form for them.
std::string TextOf(std::span<const Metric> metrics, MetricsFormat format);
// "vmafx_job_duration_seconds" of "vmafx.job.duration" in "s".
std::string FamilyName(const Metric& metric);

}  // namespace spansmith::metrics

#endif  // SPANSMITH_METRICS_OPENMETRICS_H_
