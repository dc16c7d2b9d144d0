// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See head_sampler.h.
#include "sample/head_sampler.h"

#include <cmath>

namespace spansmith::sample {

Plan PlanOf(const config::SamplerConfig& config) noexcept {
  std::uint64_t threshold = kAlways;
  switch (config.kind) {
    case config::SamplerKind::kAlwaysOn:
      break;
    case config::SamplerKind::kAlwaysOff:
      threshold = kNever;
      break;
    case config::SamplerKind::kTraceIdRatio:
      threshold = static_cast<std::uint64_t>(std::llround((1 - config.ratio) * static_cast<double>(kNever)));
      break;
  }
  if (config.parent_based) return {threshold, kAlways, kNever};
  return {threshold, threshold, threshold};
}

void Install(const Plan& plan) noexcept {
  head_sampler.root.store(plan.root, std::memory_order_relaxed);
  head_sampler.below[0].store(plan.below_unsampled, std::memory_order_relaxed);
  head_sampler.below[1].store(plan.below_sampled, std::memory_order_relaxed);
}

}  // namespace spansmith::sample
