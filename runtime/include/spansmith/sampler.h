// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A sampler of the program's own, in place of what OTEL_TRACES_SAMPLER says:
//
//   class OnlyTheLargeTenant : public spansmith::Sampler {
//    public:
//     spansmith::SamplingResult Sample(const spansmith::SamplingRequest& request) noexcept override {
//       return {request.parent.span_id != 0 ? request.ParentSampled() : request.Scope() == "tenants/large"};
//     }
//     std::string Description() const override { return "OnlyTheLargeTenant"; }
//   };
//   spansmith::SetSampler(std::make_shared<OnlyTheLargeTenant>());
//
// It is asked for every span, on the thread that begins it, so it must be quick and safe to call from any thread at any
// time. What it calls is not traced. A span that is not sampled has ids all the same, and what is called from it is
// told so. C++17, standard library only.
#ifndef SPANSMITH_SAMPLER_H_
#define SPANSMITH_SAMPLER_H_

#include <spansmith/injected.h>
#include <spansmith/span_data.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace spansmith {

// Valid during the call.
struct SamplingRequest {
  injected::Context parent;  // span_id 0: a root
  bool parent_is_remote = false;
  TraceId trace_id;  // of the span to be: the parent's, or new
  std::string_view name;
  SpanKind kind = SpanKind::kInternal;
  const injected::Site* site = nullptr;    // of an instrumented function; its name may hold placeholders `{T}`
  const Attributes* attributes = nullptr;  // what is known at the start: of spans written by hand

  bool ParentSampled() const { return (parent.flags & injected::Context::kSampled) != 0; }
  // The low 56 bits of the trace id are known to be random (W3C Trace Context Level 2, 3.2.2.5.2).
  bool Random() const { return parent.span_id == 0 || (parent.flags & injected::Context::kRandom) != 0; }
  std::string_view Scope() const { return site == nullptr ? std::string_view() : site->scope; }
};

struct SamplingResult {
  bool sampled = true;
  // The number of a tracestate (spansmith/propagation.h) that takes the place of the parent's, if `set_trace_state`.
  bool set_trace_state = false;
  unsigned trace_state = 0;
  Attributes
      attributes;  // given to the span if it is sampled; of the keys, a program uses no more than 4,096 different
};

class Sampler {
 public:
  virtual ~Sampler() = default;
  virtual SamplingResult Sample(const SamplingRequest& request) noexcept = 0;
  virtual std::string Description() const = 0;  // one line, for people
};

// The ratio sampler of OpenTelemetry (specification, trace/sdk.md, ProbabilitySampler): a trace has 56 random bits R,
// which are `rv` of its tracestate's member `ot`, else the low bits of the trace id; sampled if R >= (1 - ratio) *
// 2^56. `th` says so to those below, where the bits are known to be random. Two services with it and the same ratio
// take the same traces. OTEL_TRACES_SAMPLER=traceidratio means this. A ratio below 0 is 0, above 1 is 1.
std::shared_ptr<Sampler> MakeProbabilitySampler(double ratio);

// From now on; null: what the configuration says. Any thread, any time. The old one is not called any more by spans
// that begin after the return, but is kept: a thread may be inside.
void SetSampler(std::shared_ptr<Sampler> sampler) noexcept;

}  // namespace spansmith

#endif  // SPANSMITH_SAMPLER_H_
