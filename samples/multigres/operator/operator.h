// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The operator: six controllers, what they watch, and the pool on which a cluster's components are reconciled.
//
//   kube::Client client(config);
//   Operator op(client, {});
//   op.Start();
//   ...
//   op.Stop(std::chrono::seconds(10));
#ifndef SAMPLES_MULTIGRES_OPERATOR_OPERATOR_H_
#define SAMPLES_MULTIGRES_OPERATOR_OPERATOR_H_

#include <chrono>
#include <cstddef>
#include <memory>

#include "samples/kube/client/client.h"
#include "samples/kube/controller/controller.h"

namespace multigres {

struct OperatorOptions {
  int workers = 1;  // of each controller
  kube::BackoffOptions backoff;
  kube::ReflectorOptions reflector;  // `ns`: the one namespace to look at; empty: all
};

class Operator {
 public:
  // The client must outlive the operator.
  Operator(kube::Client& client, const OperatorOptions& options);
  ~Operator();  // Stop, without an end to its patience

  void Start();
  // Whether everything that exists has been seen, after waiting that long at most.
  bool WaitForSync(std::chrono::milliseconds timeout);
  // Takes nothing more and waits for running reconciles, that long at most; whether all have ended. Once.
  bool Stop(std::chrono::milliseconds patience);

  std::size_t queued() const;  // keys that are ready, in all queues; what waits for its time is not counted

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_OPERATOR_OPERATOR_H_
