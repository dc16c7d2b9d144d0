// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Workers that reconcile what informers report. Which change becomes which request, with which reason:
//
//   controller.For(etcds);              an Etcd: created, updated, deleted, resync
//   controller.Owns<Etcd>(services);    a Service that an Etcd controls: that Etcd, dependent
//
// An exception of a reconcile, of any type, is logged and the object comes again, later each time; after a
// TerminalError only when it changes.
#ifndef SAMPLES_KUBE_CONTROLLER_CONTROLLER_H_
#define SAMPLES_KUBE_CONTROLLER_CONTROLLER_H_

#include <spansmith/annotations.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "samples/kube/api/owner.h"
#include "samples/kube/client/apply.h"
#include "samples/kube/controller/result.h"
#include "samples/kube/informer/informer.h"
#include "samples/kube/queue/work_queue.h"

namespace kube {

struct ControllerOptions {
  int workers = 1;
  BackoffOptions backoff;
  // Updates that change neither generation, labels, annotations, finalizers nor deletion are not reconciled: they are
  // the operator's own status writes. Kinds without a generation are always.
  bool skip_status_updates = true;
};

// Thread-safe, but for what is to be called before Start.
class Controller {
 public:
  using Reconciler = std::function<Result(const Request&)>;

  // `name` is for logs. What the reconciler refers to must outlive the controller.
  Controller(std::string name, Reconciler reconciler, ControllerOptions options = {}, Clock& clock = Clock::System());
  ~Controller();  // Stop, without an end to its patience
  Controller(const Controller&) = delete;
  Controller& operator=(const Controller&) = delete;

  // Before the informer's and the controller's Start; the informer must be stopped before the controller's end.
  template <typename T>
  void For(Informer<T>& informer) {
    informer.AddHandler([this](const Change<T>& change) {
      const ObjectMeta* previous = change.previous == nullptr ? nullptr : &change.previous->meta;
      if (change.type == Change<T>::Type::kModified && Skips(*previous, change.object->meta)) return;
      Enqueue(change.object->meta.Key(), TriggerOf(ReasonOf(change), change.object->meta, previous, true));
    });
  }
  template <typename Owner, typename T>
  void Owns(Informer<T>& informer) {
    Watches(informer, [](const T& object) { return ControllerKey(Owner::kResource, object.meta); });
  }
  // `map` says whom a change is about; nullopt: nobody. Of a changed object, the state before is asked about as well.
  template <typename T, typename Map>
  void Watches(Informer<T>& informer, Map map) {
    informer.AddHandler([this, map](const Change<T>& change) {
      const ObjectMeta* previous = change.previous == nullptr ? nullptr : &change.previous->meta;
      const std::optional<ObjectKey> now = map(*change.object);
      const std::optional<ObjectKey> before = change.previous == nullptr ? std::nullopt : map(*change.previous);
      const Reason reason = change.type == Change<T>::Type::kResync ? Reason::kResync : Reason::kDependent;
      if (now) Enqueue(*now, TriggerOf(reason, change.object->meta, previous, false));
      if (before && before != now) Enqueue(*before, TriggerOf(reason, change.object->meta, previous, false));
    });
  }

  void Enqueue(const ObjectKey& key, Trigger trigger) { queue_.Add(key, std::move(trigger)); }

  void Start();
  // Takes nothing more and waits for running reconciles, that long at most; whether all have ended. What is still
  // queued is dropped: the next start lists everything.
  bool Stop(std::chrono::milliseconds patience);

  const std::string& name() const { return name_; }
  WorkQueue& queue() { return queue_; }

 private:
  template <typename T>
  static Reason ReasonOf(const Change<T>& change) {
    switch (change.type) {
      case Change<T>::Type::kAdded:
        return Reason::kCreated;
      case Change<T>::Type::kModified:
        return Reason::kUpdated;
      case Change<T>::Type::kDeleted:
        return Reason::kDeleted;
      default:
        return Reason::kResync;
    }
  }
  bool Skips(const ObjectMeta& previous, const ObjectMeta& object) const;
  // With the traceparent of the open span, and the one that a parent's write has left on the object, if it is new.
  // `own`: the object is the one to be reconciled.
  static Trigger TriggerOf(Reason reason, const ObjectMeta& object, const ObjectMeta* previous, bool own);
  void Work();
  void RunOne(Request request);

  const std::string name_;
  const Reconciler reconciler_;
  const ControllerOptions options_;
  WorkQueue queue_;
  std::mutex mutex_;
  std::condition_variable ended_;
  int running_ = 0;
  std::vector<std::thread> workers_;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_CONTROLLER_CONTROLLER_H_
