// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/reconcile/key_locks.h"

namespace multigres {

KeyLock::KeyLock(KeyLocks& locks, const char* kind, const kube::ObjectKey& key)
    : locks_(locks), key_(std::string(kind) + " " + key.Text()) {
  std::unique_lock<std::mutex> lock(locks_.mutex_);
  locks_.released_.wait(lock, [this] { return locks_.held_.count(key_) == 0; });
  locks_.held_.insert(key_);
}

KeyLock::~KeyLock() {
  {
    const std::lock_guard<std::mutex> lock(locks_.mutex_);
    locks_.held_.erase(key_);
  }
  locks_.released_.notify_all();
}

}  // namespace multigres
