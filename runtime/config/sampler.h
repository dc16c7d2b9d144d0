// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which sampler was asked for (OpenTelemetry specification, configuration/sdk-environment-variables.md, "General SDK
// configuration"). OTEL_TRACE_SAMPLER and OTEL_TRACE_SAMPLING_RATE are the Multigres proposal's names for the same;
// each is read where the standard variable is not set. A rate alone means parentbased_traceidratio, as there.
#ifndef SPANSMITH_CONFIG_SAMPLER_H_
#define SPANSMITH_CONFIG_SAMPLER_H_

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

enum class SamplerKind { kAlwaysOn, kAlwaysOff, kTraceIdRatio };

struct SamplerConfig {
  SamplerKind kind = SamplerKind::kAlwaysOn;
  bool parent_based = true;  // the sampler is asked for roots only; others follow their parent
  double ratio = 1.0;        // 0 to 1, for kTraceIdRatio
};

SamplerConfig ReadSampler(const Environment& environment, Notices& notices);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_SAMPLER_H_
