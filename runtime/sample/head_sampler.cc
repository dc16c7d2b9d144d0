// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See head_sampler.h.
#include "sample/head_sampler.h"

#include <algorithm>
#include <cmath>

#include "propagate/trace_state.h"
#include "propagate/trace_states.h"

namespace spansmith::sample {

Plan PlanOf(const config::SamplerConfig& config) {
  std::uint64_t threshold = kAlways;
  switch (config.kind) {
    case config::SamplerKind::kAlwaysOn:
      break;
    case config::SamplerKind::kAlwaysOff:
      threshold = kNever;
      break;
    case config::SamplerKind::kTraceIdRatio:
      threshold = ThresholdOfRatio(config.ratio);
      break;
  }
  const bool by_ratio = config.kind == config::SamplerKind::kTraceIdRatio;
  const unsigned state =
      by_ratio && threshold < kNever ? propagate::KeepTraceState(propagate::WithThreshold("", threshold)) : 0;
  if (config.parent_based) return {threshold, kAlways, kNever, state, false};
  return {threshold, threshold, threshold, state, by_ratio};
}

std::uint64_t ThresholdOfRatio(double ratio) noexcept {
  const double within = ratio > 0 ? std::min(ratio, 1.0) : 0.0;  // NaN too is 0
  return static_cast<std::uint64_t>(std::llround((1 - within) * static_cast<double>(kNever)));
}

void Install(const Plan& plan) noexcept {
  head_sampler.root_trace_state.store(plan.root_trace_state, std::memory_order_relaxed);
  head_sampler.root.store(plan.root, std::memory_order_relaxed);
  head_sampler.below[0].store(plan.below_unsampled, std::memory_order_relaxed);
  head_sampler.below[1].store(plan.below_sampled, std::memory_order_relaxed);
}

}  // namespace spansmith::sample
