// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// As apimachinery's meta.SetStatusCondition.
#include "samples/kube/api/condition.h"

#include <algorithm>
#include <utility>

#include "samples/kube/api/time_text.h"

namespace kube {

bool SetCondition(std::vector<Condition>& conditions, Condition wanted) {
  if (wanted.last_transition_time.empty()) wanted.last_transition_time = FormatTime(std::chrono::system_clock::now());
  const auto found = std::find_if(conditions.begin(), conditions.end(),
                                  [&](const Condition& condition) { return condition.type == wanted.type; });
  if (found == conditions.end()) {
    conditions.push_back(std::move(wanted));
    return true;
  }
  if (found->status == wanted.status) wanted.last_transition_time = found->last_transition_time;
  const bool same = found->status == wanted.status && found->reason == wanted.reason &&
                    found->message == wanted.message && found->observed_generation == wanted.observed_generation;
  *found = std::move(wanted);
  return !same;
}

const Condition* FindCondition(const std::vector<Condition>& conditions, const std::string& type) {
  const auto found = std::find_if(conditions.begin(), conditions.end(),
                                  [&](const Condition& condition) { return condition.type == type; });
  return found == conditions.end() ? nullptr : &*found;
}

}  // namespace kube
