// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The instruments of the process (spansmith/metrics.h): a point a set of attributes, each under its instrument's lock.
// Never destroyed. Any thread. A set of attributes that came before, in the same order, is found without an allocation;
// who records with the same set again and again binds it, and spares the search too.
#ifndef SPANSMITH_METRICS_INSTRUMENTS_H_
#define SPANSMITH_METRICS_INSTRUMENTS_H_

#include <spansmith/metrics.h>

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "metrics/exponential.h"
#include "metrics/snapshot.h"

namespace spansmith::metrics {

constexpr std::size_t kMostPoints = 2'000;
constexpr std::size_t kMostSeen = 2 * kMostPoints;  // orders of attributes
constexpr std::size_t kExemplarsOfExponential = 20;

class Instrument {
  struct State;

 public:
  // A set of attributes of an instrument: a number, good for as long as the instrument.
  using Bound = State*;

  Instrument(Kind kind, std::string name, const MetricOptions& options, std::vector<double> bounds, int max_size);

  Kind kind() const { return kind_; }
  void Record(double value, const Attributes& attributes);
  // Once a set: each stays for ever. Not of a gauge.
  Bound Bind(const Attributes& attributes);
  // `context`: of the exemplar.
  void Record(double value, Bound bound, const injected::Context& context);
  unsigned long long AddCallback(ObservableGauge::Observe observe);
  void RemoveCallback(unsigned long long number);
  // Since the beginning; or, `as_deltas`, of kinds that have such, since the last time that it was read so, from when
  // on Instruments::CountDeltas was called. One reader of deltas.
  Metric Read(bool as_deltas = false);

  void Lock() { mutex_.lock(); }  // across fork(2)
  void Unlock() { mutex_.unlock(); }
  void StartAnew();  // in a forked child, locked

 private:
  struct Tally {
    Point point;
    std::optional<ExponentialBuckets> exponential;
    bool recorded = false;  // else there is nothing to read yet
  };
  struct State {
    Tally all;
    Tally since;         // the last time that it was read as a delta; without attributes
    bool bound = false;  // not to be removed
  };
  struct Seen {
    Attributes attributes;  // as they came
    State* state;
  };
  State& StateOf(const Attributes& attributes);
  State& Make(const Attributes& attributes);
  void Begin(Tally& tally) const;
  void RecordLocked(double value, const Attributes& attributes);
  void RecordTo(State& state, double value, const injected::Context& context);
  void AddTo(Tally& tally, double value, const injected::Context& context) const;
  bool HasDeltas() const;

  const Kind kind_;
  const std::string name_;
  const MetricOptions options_;
  const std::vector<double> bounds_;
  const int max_size_;
  std::mutex mutex_;
  std::unordered_map<std::string, State> points_;    // by their attributes as text; a node does not move
  std::unordered_multimap<std::size_t, Seen> seen_;  // by a hash of attributes as they came
  std::mutex callbacks_mutex_;                       // held while they run: after RemoveCallback none does
  std::map<unsigned long long, ObservableGauge::Observe> callbacks_;
  unsigned long long last_callback_ = 0;
};

class Instruments {
 public:
  static Instruments& Get();

  // The one of that name and scope. Made as another kind before: said once, and what is recorded here goes nowhere.
  Instrument* Make(Kind kind, std::string_view name, const MetricOptions& options, std::vector<double> bounds = {},
                   int max_size = 160);
  // In the order of their names; those without a point are left out. `as_deltas`: see Instrument::Read.
  std::vector<Metric> Read(bool as_deltas = false);
  // From now on; before anything is recorded that is to be in them.
  static void CountDeltas(bool wanted) noexcept;

  void HoldForFork();
  void ReleaseAfterFork(bool child);

 private:
  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, std::unique_ptr<Instrument>> instruments_;  // by name and scope
  std::vector<std::unique_ptr<Instrument>> nowhere_;
};

}  // namespace spansmith::metrics

#endif  // SPANSMITH_METRICS_INSTRUMENTS_H_
