// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Names of reasons.
#include "samples/kube/queue/trigger.h"

namespace kube {

const char* ToString(Reason reason) {
  switch (reason) {
    case Reason::kDeleted:
      return "deleted";
    case Reason::kCreated:
      return "created";
    case Reason::kUpdated:
      return "updated";
    case Reason::kDependent:
      return "dependent";
    case Reason::kRequeue:
      return "requeue";
    case Reason::kResync:
      return "resync";
  }
  return "updated";
}

}  // namespace kube
