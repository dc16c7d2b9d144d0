// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Takes requests one after the other to the reconciler and says how each went.
#ifndef QUICKSTART_WORK_LOOP_H_
#define QUICKSTART_WORK_LOOP_H_

#include <deque>

#include "etcd_reconciler.h"

namespace quickstart {

// Runs until the queue is empty and returns how many requests failed. One line a request on stdout, or on stderr if it
// failed. A failed request is not tried again: this is a demonstration, not a controller.
int RunWorkLoop(std::deque<Request> queue, EtcdReconciler& reconciler);

}  // namespace quickstart

#endif  // QUICKSTART_WORK_LOOP_H_
