// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See tail_sampler.h.
#include "sample/tail/tail_sampler.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <string>
#include <unordered_map>

#include "propagate/trace_state.h"
#include "propagate/trace_states.h"
#include "record/guard_flags.h"
#include "sample/head_sampler.h"
#include "sample/tail/rules.h"

namespace spansmith::sample {
namespace {

using record::RecordHeader;
using record::SpanView;

constexpr std::size_t kHeaderWords = sizeof(RecordHeader) / sizeof(std::uint64_t);
constexpr std::size_t kGroupBytes = 256;  // about what the maps need for one

TraceId TraceOf(const SpanView& span) { return {span.trace_id_high(), span.trace_id_low()}; }

const RecordHeader& RecordAt(const std::vector<std::uint64_t>& words, std::size_t at) {
  return *reinterpret_cast<const RecordHeader*>(words.data() + at);
}

template <typename Visit>
std::size_t ForEach(const std::vector<std::uint64_t>& words, Visit&& visit) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size(); ++count) {
    const std::size_t size = RecordAt(words, at).size / sizeof(std::uint64_t);
    visit(SpanView(RecordAt(words, at)), at, size);
    at += size;
  }
  return count;
}

// The record, with a place for a tracestate behind its header.
void Append(std::vector<std::uint64_t>& words, const RecordHeader& record) {
  const auto* from = reinterpret_cast<const std::uint64_t*>(&record);
  const std::size_t begin = words.size();
  const std::size_t size = record.size / sizeof(std::uint64_t);
  words.insert(words.end(), from, from + size);
  if ((record.flags & record::kHasTraceState) != 0) return;
  words.insert(words.begin() + static_cast<std::ptrdiff_t>(begin + kHeaderWords), 0);
  auto& own = *reinterpret_cast<RecordHeader*>(words.data() + begin);
  own.flags |= record::kHasTraceState;
  own.size += static_cast<std::uint32_t>(sizeof(std::uint64_t));
}

std::uint64_t Nanos(std::chrono::milliseconds time) {
  return static_cast<std::uint64_t>(std::chrono::nanoseconds(time).count());
}

}  // namespace

TailSampler::TailSampler(TailSampling rules, loss::Ledger* ledger) : rules_(std::move(rules)), ledger_(ledger) {}

void TailSampler::Take(const SpanView& span, drain::Outlet& out) {
  const TraceId trace = TraceOf(span);
  bool rule = Keeps(rules_, span);
  const std::uint64_t took = span.end() - span.start();
  if (span.is_local_root()) {
    rule = rule || (rules_.slow.count() > 0 && took >= Nanos(rules_.slow));
    if (rules_.slow_p99 && latencies_.AboveP99(&span.site(), took)) rule = true;
  }
  const auto known = kept_.find(trace);
  if (known != kept_.end()) {
    if (rule) known->second = Kept::kByRule;
    Words words;
    Append(words, span.record());
    Pass(words, known->second, out);
    return;
  }
  auto group = groups_.find(trace);
  if (group == groups_.end()) {
    group = groups_.try_emplace(trace).first;
    group->second.age = ages_.insert(ages_.end(), trace);
    held_bytes_ += kGroupBytes;
  }
  Hold(group->second, span);
  if (rule) {  // whatever else comes: nothing is gained by waiting
    const Words words = std::move(group->second.words);
    held_bytes_ -= words.size() * sizeof(std::uint64_t);
    group->second.words.clear();
    Erase(group);
    Decide(trace, words, true, out);
  } else if (span.is_local_root()) {
    const Words words = TakeBelow(group->second, span.span_id());
    if (group->second.words.empty()) Erase(group);
    Decide(trace, words, false, out);
  }
  while (held_bytes_ > rules_.max_bytes && !ages_.empty()) EvictOldest();
}

void TailSampler::Tick(std::uint64_t unix_nanos, drain::Moment moment, drain::Outlet& out) {
  now_ = unix_nanos;
  for (auto group = groups_.begin(); group != groups_.end();) {
    const auto next = std::next(group);
    const std::uint64_t touched = group->second.touched;
    if (touched == 0) group->second.touched = now_;
    const bool over = touched != 0 && now_ >= touched && now_ - touched >= Nanos(rules_.wait);
    if (over || moment == drain::Moment::kEnd) DecideAll(group, out);
    group = next;
  }
}

void TailSampler::Hold(Group& group, const SpanView& span) {
  const std::size_t before = group.words.size();
  Append(group.words, span.record());
  held_bytes_ += (group.words.size() - before) * sizeof(std::uint64_t);
  group.touched = now_;
}

TailSampler::Words TailSampler::TakeBelow(Group& group, std::uint64_t root) {
  std::unordered_map<std::uint64_t, std::uint64_t> parents;
  ForEach(group.words, [&](const SpanView& span, std::size_t, std::size_t) {
    parents[span.span_id()] = span.is_local_root() ? 0 : span.parent_span_id();
  });
  Words below;
  Words others;
  ForEach(group.words, [&](const SpanView& span, std::size_t at, std::size_t size) {
    std::uint64_t id = span.span_id();
    for (std::size_t steps = 0; id != root && steps <= parents.size(); ++steps) {  // ids of others may go in circles
      const auto parent = parents.find(id);
      if (parent == parents.end()) break;
      id = parent->second;
    }
    Words& to = id == root ? below : others;
    const auto begin = group.words.begin() + static_cast<std::ptrdiff_t>(at);
    to.insert(to.end(), begin, begin + static_cast<std::ptrdiff_t>(size));
  });
  held_bytes_ -= below.size() * sizeof(std::uint64_t);
  group.words = std::move(others);
  return below;
}

void TailSampler::Erase(Groups::iterator group) {
  held_bytes_ -= kGroupBytes + group->second.words.size() * sizeof(std::uint64_t);
  ages_.erase(group->second.age);
  groups_.erase(group);
}

void TailSampler::DecideAll(Groups::iterator group, drain::Outlet& out) {
  const TraceId trace = group->first;
  const Words words = group->second.words;
  Erase(group);
  Decide(trace, words, false, out);
}

void TailSampler::Decide(const TraceId& trace, const Words& words, bool rule, drain::Outlet& out) {
  if (words.empty()) return;
  if (!rule && !ByRatio(SpanView(RecordAt(words, 0)))) {
    ledger_->SampledOut(ForEach(words, [](const SpanView&, std::size_t, std::size_t) {}));
    return;
  }
  const Kept kept = rule ? Kept::kByRule : Kept::kByRatio;
  Remember(trace, kept);
  Pass(words, kept, out);
}

void TailSampler::EvictOldest() {
  const auto group = groups_.find(ages_.front());
  ledger_->Dropped(loss::Reason::kTailEvicted,
                   ForEach(group->second.words, [](const SpanView&, std::size_t, std::size_t) {}));
  Erase(group);
}

void TailSampler::Remember(const TraceId& trace, Kept kept) {
  if (!kept_.try_emplace(trace, kept).second) return;
  kept_order_.push_back(trace);
  if (kept_order_.size() <= kMostDecisions) return;
  kept_.erase(kept_order_.front());
  kept_order_.pop_front();
}

void TailSampler::Pass(const Words& words, Kept kept, drain::Outlet& out) {
  Words own = words;
  ForEach(words, [&](const SpanView& span, std::size_t at, std::size_t) {
    unsigned state = span.trace_state();
    if (kept == Kept::kByRatio) {
      state = RaisedTraceState(span);
    } else if (state != 0) {
      state = propagate::RememberTraceState(propagate::WithoutThreshold(propagate::TraceStateText(state)));
    }
    own[at + kHeaderWords] = state;
    out.Pass(SpanView(RecordAt(own, at)));
  });
}

namespace {

// The bits, whether someone vouches for them, and the threshold with the ratio put to the head's.
struct Randomness {
  std::uint64_t bits;
  bool vouched;
  std::optional<std::uint64_t> threshold;  // nullopt: the head's part is not known
};

Randomness RandomnessOfSpan(const SpanView& span, const std::string& state, double ratio) {
  const std::optional<std::uint64_t> rv = propagate::RandomnessOf(state);
  Randomness result{rv.value_or(span.trace_id_low() & kRandomMask),
                    rv.has_value() || (span.trace_flags() & injected::Context::kRandom) != 0, std::nullopt};
  std::optional<std::uint64_t> head = propagate::ThresholdOf(state);
  if (!head && !span.parent_is_remote()) head = kAlways;  // nobody before us, and our sampler says nothing: all
  if (!head) return result;
  const double whole = static_cast<double>(kNever);
  const double part = (whole - static_cast<double>(*head)) * ratio;
  result.threshold = kNever - static_cast<std::uint64_t>(std::llround(part));
  return result;
}

}  // namespace

bool TailSampler::ByRatio(const SpanView& span) const {
  if (rules_.ratio >= 1) return true;
  const Randomness random = RandomnessOfSpan(span, propagate::TraceStateText(span.trace_state()), rules_.ratio);
  return random.bits >= random.threshold.value_or(ThresholdOfRatio(rules_.ratio));
}

unsigned TailSampler::RaisedTraceState(const SpanView& span) const {
  if (rules_.ratio >= 1) return span.trace_state();
  const std::string state = propagate::TraceStateText(span.trace_state());
  const Randomness random = RandomnessOfSpan(span, state, rules_.ratio);
  const bool known = random.vouched && random.threshold.has_value() && *random.threshold < kNever;
  return propagate::RememberTraceState(known ? propagate::WithThreshold(state, *random.threshold)
                                             : propagate::WithoutThreshold(state));
}

}  // namespace spansmith::sample
