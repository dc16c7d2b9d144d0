// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The instruments of the process (spansmith/metrics.h): a point a set of attributes, each under its instrument's lock.
// Never destroyed. Any thread.
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
constexpr std::size_t kExemplarsOfExponential = 20;

class Instrument {
 public:
  Instrument(Kind kind, std::string name, const MetricOptions& options, std::vector<double> bounds, int max_size);

  Kind kind() const { return kind_; }
  void Record(double value, const Attributes& attributes);
  unsigned long long AddCallback(ObservableGauge::Observe observe);
  void RemoveCallback(unsigned long long number);
  Metric Read();

  void Lock() { mutex_.lock(); }  // across fork(2)
  void Unlock() { mutex_.unlock(); }
  void StartAnew();  // in a forked child, locked

 private:
  struct State {
    Point point;
    std::optional<ExponentialBuckets> exponential;
  };
  State& StateOf(const Attributes& attributes);
  void Keep(State& state, std::size_t bucket, double value);  // an exemplar, if there is a sampled span
  void RecordLocked(double value, const Attributes& attributes);

  const Kind kind_;
  const std::string name_;
  const MetricOptions options_;
  const std::vector<double> bounds_;
  const int max_size_;
  std::mutex mutex_;
  std::unordered_map<std::string, State> points_;  // by their attributes as text
  std::mutex callbacks_mutex_;                     // held while they run: after RemoveCallback none does
  std::map<unsigned long long, ObservableGauge::Observe> callbacks_;
  unsigned long long last_callback_ = 0;
};

class Instruments {
 public:
  static Instruments& Get();

  // The one of that name and scope. Made as another kind before: said once, and what is recorded here goes nowhere.
  Instrument* Make(Kind kind, std::string_view name, const MetricOptions& options, std::vector<double> bounds = {},
                   int max_size = 160);
  std::vector<Metric> Read();  // in the order of their names; those without a point are left out

  void HoldForFork();
  void ReleaseAfterFork(bool child);

 private:
  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, std::unique_ptr<Instrument>> instruments_;  // by name and scope
  std::vector<std::unique_ptr<Instrument>> nowhere_;
};

}  // namespace spansmith::metrics

#endif  // SPANSMITH_METRICS_INSTRUMENTS_H_
