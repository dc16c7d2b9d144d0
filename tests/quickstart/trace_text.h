// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Received spans as a tree in text, the same for every run of the same program: no ids, no times, no line numbers.
//
//   Reconcile  internal  ok  multigres.io/etcd-controller  quickstart::EtcdReconciler::Reconcile in etcd_reconciler.cc
//     . k8s.name = "example"
//     Get(Etcd)  client  ...
#ifndef TESTS_QUICKSTART_TRACE_TEXT_H_
#define TESTS_QUICKSTART_TRACE_TEXT_H_

#include <string>
#include <vector>

#include "otlp_server.h"

namespace quickstart_test {

// Children in the order of their start. Attributes by key; those that say where the function is are on its line.
std::string TraceText(const std::vector<TraceRequest>& requests);

// What is wrong with ids and times, whatever the program: lengths, uniqueness, one trace, parents that exist, a span
// inside its parent's time. One line each; empty: nothing.
std::vector<std::string> TraceFaults(const std::vector<TraceRequest>& requests);

}  // namespace quickstart_test

#endif  // TESTS_QUICKSTART_TRACE_TEXT_H_
