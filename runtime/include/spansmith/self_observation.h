// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the runtime did with the spans, as the OpenTelemetry SDKs tell it of themselves (semantic conventions,
// otel/sdk-metrics.md), and what they have no name for under `spansmith.`. Counted since the process began (a forked
// child begins anew). All functions may be called from any thread, at any time, and throw nothing. C++17, standard
// library only.
#ifndef SPANSMITH_SELF_OBSERVATION_H_
#define SPANSMITH_SELF_OBSERVATION_H_

#include <string>
#include <utility>
#include <vector>

namespace spansmith {

struct SdkMetric {
  std::string name;  // "otel.sdk.exporter.span.exported"
  std::string unit;  // UCUM: "{span}", "s", "By"
  bool monotonic;    // a counter; else it goes up and down
  std::vector<std::pair<std::string, std::string>> attributes;
  double value;
};

// Empty if there is no memory. docs/self-observation.md has the table.
std::vector<SdkMetric> SdkMetrics() noexcept;

// The same as OpenMetrics text, for a /metrics page or a person: `otel_sdk_exporter_span_exported_total{...} 512`.
// SPANSMITH_PRINT_STATS=true prints it on stderr at exit.
std::string SdkMetricsText() noexcept;

}  // namespace spansmith

#endif  // SPANSMITH_SELF_OBSERVATION_H_
