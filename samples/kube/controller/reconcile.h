// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// KUBE_RECONCILE("Etcd") before a reconciler's `kube::Result Reconcile(const kube::Request& req)`: a span `Reconcile`
// that says why, after which wait, at which attempt, and with which outcome. The parameter must be called `req`.
// Further options of SPANSMITH_RECONCILE may follow the kind.
#ifndef SAMPLES_KUBE_CONTROLLER_RECONCILE_H_
#define SAMPLES_KUBE_CONTROLLER_RECONCILE_H_

#include <spansmith/annotations.h>

#include "samples/kube/controller/result.h"
#include "samples/kube/queue/trigger.h"

#define KUBE_RECONCILE(the_kind, ...)                                                                                 \
  SPANSMITH_RECONCILE(the_kind, SPANSMITH_LINK(req.triggers), SPANSMITH_ATTR(k8s.reconcile.reason, req.ReasonText()), \
                      SPANSMITH_ATTR(k8s.reconcile.attempt, req.attempt),                                             \
                      SPANSMITH_ATTR(k8s.reconcile.triggers, req.merged),                                             \
                      SPANSMITH_ATTR(k8s.reconcile.queue.backoff_seconds, req.backoff_seconds),                       \
                      SPANSMITH_ATTR(k8s.reconcile.queue.ready_seconds, req.ready_seconds),                           \
                      SPANSMITH_ATTR(k8s.object.generation, req.generation),                                          \
                      SPANSMITH_RETURN_ATTR(k8s.reconcile.outcome, result.Outcome()),                                 \
                      SPANSMITH_RETURN_ATTR(k8s.reconcile.requeue_after_seconds, result.RequeueSeconds()),            \
                      SPANSMITH_RETURN_ATTR(k8s.reconcile.writes, req.Writes()) __VA_OPT__(, ) __VA_ARGS__)

#endif  // SAMPLES_KUBE_CONTROLLER_RECONCILE_H_
