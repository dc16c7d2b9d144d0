// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One component object is worked on by one thread at a time: its own controller's, or its cluster's reconcile. Without
// this both would write the same things, and one of them would get a conflict.
#ifndef SAMPLES_MULTIGRES_RECONCILE_KEY_LOCKS_H_
#define SAMPLES_MULTIGRES_RECONCILE_KEY_LOCKS_H_

#include <condition_variable>
#include <mutex>
#include <set>
#include <string>

#include "samples/kube/api/resource_type.h"

namespace multigres {

class KeyLocks {
 private:
  friend class KeyLock;
  std::mutex mutex_;
  std::condition_variable released_;
  std::set<std::string> held_;
};

// Holds one key from construction to destruction. A thread holds one at a time: there is no order among them.
class KeyLock {
 public:
  KeyLock(KeyLocks& locks, const char* kind, const kube::ObjectKey& key);
  ~KeyLock();
  KeyLock(const KeyLock&) = delete;
  KeyLock& operator=(const KeyLock&) = delete;

 private:
  KeyLocks& locks_;
  const std::string key_;
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_RECONCILE_KEY_LOCKS_H_
