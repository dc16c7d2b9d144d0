// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Tail sampling: whether a trace is exported is decided when this process's part of it has ended, and it is known
// whether it failed, was slow, or changed something. By environment: SPANSMITH_TAIL_* (docs/configuration.md), which
// goes before what code says. Everything that the head sampler takes is recorded meanwhile, and told so to others.
// C++17.
#ifndef SPANSMITH_TAIL_SAMPLING_H_
#define SPANSMITH_TAIL_SAMPLING_H_

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace spansmith {

struct TailSampling {
  double ratio = 1;  // 0 to 1: of those that no rule keeps

  // Rules: the local root, and all that is below it in this process, is kept if...
  bool errors = true;                // a span in it failed
  bool writes = false;               // a span says k8s.reconcile.writes above 0, or k8s.object.written
  std::chrono::milliseconds slow{};  // its root took at least this long; 0: no such rule
  bool slow_p99 = false;             // its root took longer than 99 of 100 of the same function did lately
  // A span in it has the attribute, with the value as text (true, 7, 0.5, text); "*": any value.
  std::vector<std::pair<std::string, std::string>> attributes;

  // Of what is not decided. Beyond it the oldest is given up and counted (Stats::dropped_tail_evicted).
  std::size_t max_bytes = std::size_t{16} << 20;
  // Spans whose local root has not ended this long after the last of them are decided without it.
  std::chrono::milliseconds wait = std::chrono::seconds(60);
};

// From now on, for what ends from now on; what is undecided is decided first, as it is. Nothing where the environment
// says SPANSMITH_TAIL_RATIO. Any thread.
void SetTailSampling(const TailSampling& sampling) noexcept;

}  // namespace spansmith

#endif  // SPANSMITH_TAIL_SAMPLING_H_
