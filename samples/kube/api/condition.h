// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// metav1.Condition: one thing that is or is not so about an object, in its status.
#ifndef SAMPLES_KUBE_API_CONDITION_H_
#define SAMPLES_KUBE_API_CONDITION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kube {

struct Condition {
  std::string type;
  std::string status;  // True, False, Unknown
  std::optional<std::int64_t> observed_generation;
  std::string last_transition_time;  // RFC 3339, seconds
  std::string reason;
  std::string message;

  template <typename Io>
  void Fields(Io& io) {
    io("type", type);
    io("status", status);
    io("observedGeneration", observed_generation);
    io("lastTransitionTime", last_transition_time);
    io("reason", reason);
    io("message", message);
  }
};

// Sets the condition of that type. The transition time changes only when the status does (to `wanted`'s, or if that is
// empty to now). Returns whether anything changed.
bool SetCondition(std::vector<Condition>& conditions, Condition wanted);
// Null: none of that type.
const Condition* FindCondition(const std::vector<Condition>& conditions, const std::string& type);

}  // namespace kube

#endif  // SAMPLES_KUBE_API_CONDITION_H_
