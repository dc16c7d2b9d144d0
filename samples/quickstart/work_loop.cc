// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The loop, and the lines that a person sees.
#include "work_loop.h"

#include <exception>
#include <iostream>

#include "api_error.h"

namespace quickstart {
namespace {

void ReportOutcome(const Request& req, const Outcome& outcome) {
  std::cout << "etcd " << req.ns << "/" << req.name << ": ";
  if (!outcome.found) {
    std::cout << "not found, nothing to do\n";
    return;
  }
  std::cout << "reconciled, StatefulSet " << ToString(outcome.statefulset) << ", Service " << ToString(outcome.service)
            << ", " << outcome.status.ready_replicas << " of " << outcome.status.replicas << " ready\n";
}

}  // namespace

int RunWorkLoop(std::deque<Request> queue, EtcdReconciler& reconciler) {
  int failed = 0;
  for (; !queue.empty(); queue.pop_front()) {
    const Request& req = queue.front();
    try {
      ReportOutcome(req, reconciler.Reconcile(req));
    } catch (const ApiError& error) {
      std::cerr << "etcd " << req.ns << "/" << req.name << ": reconcile failed (" << error.reason()
                << "): " << error.what() << "\n";
      ++failed;
    } catch (const std::exception& error) {
      std::cerr << "etcd " << req.ns << "/" << req.name << ": reconcile failed: " << error.what() << "\n";
      ++failed;
    }
  }
  return failed;
}

}  // namespace quickstart
