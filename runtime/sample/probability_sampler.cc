// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The ratio sampler where a tracestate has to be read (contract: spansmith/sampler.h). OpenTelemetry specification,
// trace/sdk.md, "ProbabilitySampler", and trace/tracestate-probability-sampling.md.
#include <spansmith/propagation.h>
#include <spansmith/sampler.h>

#include <new>
#include <optional>
#include <string>

#include "propagate/trace_state.h"
#include "propagate/trace_states.h"
#include "sample/head_sampler.h"

namespace spansmith {
namespace {

class ProbabilitySampler : public Sampler {
 public:
  explicit ProbabilitySampler(double ratio) : ratio_(ratio), threshold_(sample::ThresholdOfRatio(ratio)) {}

  SamplingResult Sample(const SamplingRequest& request) noexcept override {
    SamplingResult result;
    result.set_trace_state = true;
    try {
      const std::string state = propagate::TraceStateText(request.parent.trace_state);
      const std::optional<std::uint64_t> rv = propagate::RandomnessOf(state);
      result.sampled = rv.value_or(request.trace_id.low & sample::kRandomMask) >= threshold_;
      // Where nobody vouches for the bits, a threshold would promise a probability that may not hold; and one that is
      // there already is another's decision, which this one replaces.
      const bool vouched = rv.has_value() || request.Random();
      result.trace_state = propagate::RememberTraceState(
          result.sampled && vouched ? propagate::WithThreshold(state, threshold_) : propagate::WithoutThreshold(state));
    } catch (const std::bad_alloc&) {
      result.sampled = sample::Sampled(request.trace_id.low, threshold_);
    }
    return result;
  }

  std::string Description() const override { return "ProbabilitySampler{" + std::to_string(ratio_) + '}'; }

 private:
  const double ratio_;
  const std::uint64_t threshold_;
};

}  // namespace

std::shared_ptr<Sampler> MakeProbabilitySampler(double ratio) { return std::make_shared<ProbabilitySampler>(ratio); }

}  // namespace spansmith
