// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Head sampling. Every sampler that there is comes down to three thresholds, one for each thing that a span may find
// above itself; so a decision is one comparison. As OpenTelemetry's ProbabilitySampler (specification, trace/sdk.md
// and trace/tracestate-probability-sampling.md): R is the low 56 bits of the trace id, random by our making or by that
// of who began the trace (W3C Trace Context level 2, random flag); the span is sampled if R >= T. Every service with
// the same ratio takes the same traces.
//
// Thresholds change at the start, and while a recorder of tests is alive; any thread reads them at any time.
#ifndef SPANSMITH_SAMPLE_HEAD_SAMPLER_H_
#define SPANSMITH_SAMPLE_HEAD_SAMPLER_H_

#include <atomic>
#include <cstdint>

#include "config/sampler.h"

namespace spansmith::sample {

constexpr std::uint64_t kRandomMask = (std::uint64_t{1} << 56) - 1;
constexpr std::uint64_t kAlways = 0;
constexpr std::uint64_t kNever = kRandomMask + 1;

struct Plan {
  std::uint64_t root = kAlways;
  std::uint64_t below_sampled = kAlways;
  std::uint64_t below_unsampled = kNever;
  unsigned root_trace_state = 0;  // of a sampled root (propagate/trace_states.h)
  // The thresholds below are not enough: `rv` and `th` of a tracestate matter. A Sampler has to be asked.
  bool ask_below = false;
};

struct HeadSampler {
  std::atomic<std::uint64_t> root{Plan{}.root};
  std::atomic<std::uint64_t> below[2] = {Plan{}.below_unsampled, Plan{}.below_sampled};  // by the parent's sampled flag
  std::atomic<unsigned> root_trace_state{0};
};

inline constinit HeadSampler head_sampler;

inline std::uint64_t RootThreshold() noexcept { return head_sampler.root.load(std::memory_order_relaxed); }
inline unsigned RootTraceState() noexcept { return head_sampler.root_trace_state.load(std::memory_order_relaxed); }
inline std::uint64_t ChildThreshold(bool parent_sampled) noexcept {
  return head_sampler.below[parent_sampled ? 1 : 0].load(std::memory_order_relaxed);
}
inline bool Sampled(std::uint64_t trace_id_low, std::uint64_t threshold) noexcept {
  return (trace_id_low & kRandomMask) >= threshold;
}

// (1 - ratio) * 2^56; a ratio below 0 is 0, above 1 is 1.
std::uint64_t ThresholdOfRatio(double ratio) noexcept;
Plan PlanOf(const config::SamplerConfig& config);
void Install(const Plan& plan) noexcept;

}  // namespace spansmith::sample

#endif  // SPANSMITH_SAMPLE_HEAD_SAMPLER_H_
