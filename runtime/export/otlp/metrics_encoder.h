// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Metrics as an ExportMetricsServiceRequest (opentelemetry/proto/collector/metrics/v1/metrics_service.proto),
// cumulative. Pure.
#ifndef SPANSMITH_EXPORT_OTLP_METRICS_ENCODER_H_
#define SPANSMITH_EXPORT_OTLP_METRICS_ENCODER_H_

#include <span>
#include <string>

#include "metrics/snapshot.h"

namespace spansmith::exporter {

std::string EncodeMetrics(std::span<const metrics::Metric> metrics, const Attributes& resource);

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_OTLP_METRICS_ENCODER_H_
