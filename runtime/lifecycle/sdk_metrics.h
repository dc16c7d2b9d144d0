// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Counters under the names of the semantic conventions. Pure.
#ifndef SPANSMITH_LIFECYCLE_SDK_METRICS_H_
#define SPANSMITH_LIFECYCLE_SDK_METRICS_H_

#include <spansmith/runtime.h>
#include <spansmith/self_observation.h>

#include <string>
#include <vector>

#include "deliver/lane.h"

namespace spansmith::lifecycle {

std::vector<SdkMetric> MetricsOf(const Stats& stats, const std::vector<deliver::Account>& accounts);

// OpenMetrics 1.0 text exposition, without the final `# EOF`, so that it can stand among others.
std::string OpenMetricsText(const std::vector<SdkMetric>& metrics);

}  // namespace spansmith::lifecycle

#endif  // SPANSMITH_LIFECYCLE_SDK_METRICS_H_
