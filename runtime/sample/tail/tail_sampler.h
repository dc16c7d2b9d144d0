// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Holds the spans of a trace until its local root has ended, then keeps or drops them together (spansmith/
// tail_sampling.h). Kept by a rule: `th` is taken out of their tracestate, for their number says nothing of others.
// Kept by the ratio: `th` is raised to the combined probability of head and tail, where the random bits are vouched for
// and the head's part is known (OpenTelemetry specification, trace/tracestate-probability-sampling.md); the decision is
// by the same bits, R >= T, so services with the same ratios keep the same traces.
//
// Of a trace with several local roots, each decides for what is below itself. What comes late follows its trace if that
// was kept; else it is judged anew, with what comes with it. Counts in the ledger what it does not keep. One thread.
#ifndef SPANSMITH_SAMPLE_TAIL_TAIL_SAMPLER_H_
#define SPANSMITH_SAMPLE_TAIL_TAIL_SAMPLER_H_

#include <spansmith/span_data.h>
#include <spansmith/tail_sampling.h>

#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <vector>

#include "drain/stage.h"
#include "loss/ledger.h"
#include "sample/tail/latencies.h"

namespace spansmith::sample {

class TailSampler : public drain::Stage {
 public:
  static constexpr std::size_t kMostDecisions = 4096;  // traces that are remembered as kept

  TailSampler(TailSampling rules, loss::Ledger* ledger);

  void Take(const record::SpanView& span, drain::Outlet& out) override;
  void Tick(std::uint64_t unix_nanos, drain::Moment moment, drain::Outlet& out) override;

  std::size_t held_bytes() const { return held_bytes_; }

 private:
  enum class Kept { kByRule, kByRatio };
  using Words = std::vector<std::uint64_t>;  // records end to end, each with room for a tracestate

  struct Group {
    Words words;
    std::uint64_t touched = 0;
    std::list<TraceId>::iterator age;
  };
  using Groups = std::map<TraceId, Group>;

  void Hold(Group& group, const record::SpanView& span);
  // Takes out of the group what is below the root, itself too.
  Words TakeBelow(Group& group, std::uint64_t root);
  void Erase(Groups::iterator group);
  void Decide(const TraceId& trace, const Words& words, bool rule, drain::Outlet& out);
  void DecideAll(Groups::iterator group, drain::Outlet& out);
  void EvictOldest();
  void Remember(const TraceId& trace, Kept kept);
  void Pass(const Words& words, Kept kept, drain::Outlet& out);
  bool ByRatio(const record::SpanView& span) const;
  unsigned RaisedTraceState(const record::SpanView& span) const;

  const TailSampling rules_;
  loss::Ledger* const ledger_;
  Groups groups_;
  std::list<TraceId> ages_;  // of groups: the oldest first
  std::size_t held_bytes_ = 0;
  std::map<TraceId, Kept> kept_;
  std::deque<TraceId> kept_order_;
  Latencies latencies_;
  std::uint64_t now_ = 0;
};

}  // namespace spansmith::sample

#endif  // SPANSMITH_SAMPLE_TAIL_TAIL_SAMPLER_H_
