// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the signals beside traces are told: logs and metrics over OTLP (OpenTelemetry specification, protocol/
// exporter.md; configuration/sdk-environment-variables.md, "Batch LogRecord Processor", "Periodic exporting
// MetricReader"). Of each OTLP option the variable with the signal's name in it wins over the general one. They are
// sent if OTEL_LOGS_EXPORTER (OTEL_METRICS_EXPORTER) says otlp, or says nothing and a variable names an endpoint; an
// endpoint that the build names is for traces alone.
#ifndef SPANSMITH_CONFIG_SIGNAL_H_
#define SPANSMITH_CONFIG_SIGNAL_H_

#include <chrono>

#include "config/delivery.h"
#include "config/environment.h"
#include "config/otlp.h"
#include "config/values.h"

namespace spansmith::config {

enum class Signal { kLogs, kMetrics };

// OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE (OpenTelemetry specification, metrics/sdk_exporters/otlp.md).
enum class Temporality { kCumulative, kDelta, kLowMemory };

struct SignalConfig {
  bool wanted = false;
  Temporality temporality = Temporality::kCumulative;  // of metrics
  OtlpConfig otlp;
  BatchConfig batch;  // in log records, or metric points; metrics: schedule_delay is the interval
};

SignalConfig ReadSignal(const Environment& environment, Signal signal, Notices& notices);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_SIGNAL_H_
