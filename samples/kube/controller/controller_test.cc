// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Informer, queue and workers together, against the embedded API server.
#include "samples/kube/controller/controller.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <set>
#include <stdexcept>

#include "samples/kube/api/core.h"
#include "samples/kube/api/workloads.h"
#include "samples/kube/apiserver/api_server.h"
#include "samples/kube/controller/reconcile.h"

namespace kube {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

ClusterConfig ConfigOf(const apiserver::ApiServer& server) {
  ClusterConfig config;
  config.server = server.url();
  return config;
}

ConfigMap Map(const std::string& name, const std::string& value) {
  ConfigMap map;
  map.meta.ns = "default";
  map.meta.name = name;
  map.data["key"] = value;
  return map;
}

class Reconciler {
 public:
  KUBE_RECONCILE("ConfigMap")
  Result Reconcile(const Request& req) {
    const std::lock_guard<std::mutex> lock(mutex_);
    requests_.push_back(req);
    changed_.notify_all();
    if (failures_ > 0) {
      if (--failures_ % 2 == 0) throw 42;  // NOLINT: any type
      throw std::runtime_error("as asked");
    }
    return next_;
  }

  std::vector<Request> WaitFor(std::size_t count) {
    std::unique_lock<std::mutex> lock(mutex_);
    EXPECT_TRUE(changed_.wait_for(lock, seconds(20), [&] { return requests_.size() >= count; }));
    return requests_;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Request> requests_;
  int failures_ = 0;
  Result next_;
};

class ControllerTest : public testing::Test {
 protected:
  ControllerTest() {
    options_.backoff.base = milliseconds(1);
    informer_options_.reflector.min_backoff = milliseconds(1);
    informer_options_.reflector.ns = "default";
  }

  apiserver::ApiServer server_{apiserver::ApiServerOptions{}};
  Client client_{ConfigOf(server_)};
  Reconciler reconciler_;
  ControllerOptions options_;
  InformerOptions informer_options_;
};

TEST_F(ControllerTest, CreationUpdateAndDeletionAreReasons) {
  Controller controller("maps", [this](const Request& req) { return reconciler_.Reconcile(req); }, options_);
  Informer<ConfigMap> maps(client_, informer_options_);
  controller.For(maps);
  controller.Start();
  maps.Start();
  ASSERT_TRUE(maps.WaitForSync(seconds(20)));

  client_.Create(Map("a", "1"));
  EXPECT_EQ(reconciler_.WaitFor(1)[0].reason, Reason::kCreated);
  client_.CreateOrUpdate(Map("a", "2"));
  EXPECT_EQ(reconciler_.WaitFor(2)[1].reason, Reason::kUpdated);
  client_.Delete<ConfigMap>({"default", "a"});
  const Request last = reconciler_.WaitFor(3)[2];
  EXPECT_EQ(last.reason, Reason::kDeleted);
  EXPECT_EQ(last.Key().Text(), "default/a");
  EXPECT_EQ(last.attempt, 1);
  EXPECT_TRUE(controller.Stop(seconds(20)));
}

TEST_F(ControllerTest, AFailureOfAnyTypeComesAgainLater) {
  Controller controller("maps", [this](const Request& req) { return reconciler_.Reconcile(req); }, options_);
  reconciler_.failures_ = 4;
  controller.Start();
  controller.Enqueue({"default", "a"}, Trigger{Reason::kUpdated, {"t1"}, 7});
  const std::vector<Request> requests = reconciler_.WaitFor(5);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(requests[static_cast<std::size_t>(i)].attempt, i + 1);
  EXPECT_EQ(requests[4].reason, Reason::kRequeue);
  EXPECT_THAT(requests[4].triggers, testing::ElementsAre("t1"));
  EXPECT_EQ(requests[4].generation, 7);
  EXPECT_GT(requests[4].backoff_seconds, 0);
  controller.Enqueue({"default", "b"}, {});
  EXPECT_EQ(reconciler_.WaitFor(6)[5].attempt, 1);
  EXPECT_TRUE(controller.Stop(seconds(60)));
  EXPECT_EQ(controller.queue().Failures({"default", "a"}), 0);
}

TEST_F(ControllerTest, AReconcileMayAskForAnother) {
  Controller controller("maps", [this](const Request& req) { return reconciler_.Reconcile(req); }, options_);
  reconciler_.next_ = Result::RequeueAfter(milliseconds(1));
  EXPECT_STREQ(reconciler_.next_.Outcome(), "requeued");
  reconciler_.next_.trigger = "t9";
  controller.Start();
  controller.Enqueue({"default", "a"}, {});
  const Request second = reconciler_.WaitFor(2)[1];
  EXPECT_EQ(second.reason, Reason::kRequeue);
  EXPECT_EQ(second.attempt, 1);
  EXPECT_THAT(second.triggers, testing::ElementsAre("t9"));
  EXPECT_TRUE(controller.Stop(seconds(60)));
}

TEST_F(ControllerTest, AChangeOfAChildIsItsOwnersBusiness) {
  Controller controller("maps", [this](const Request& req) { return reconciler_.Reconcile(req); }, options_);
  Informer<Service> services(client_, informer_options_);
  controller.Owns<ConfigMap>(services);
  controller.Start();
  services.Start();
  ASSERT_TRUE(services.WaitForSync(seconds(60)));
  const ConfigMap owner = client_.Create(Map("owner", "1"));
  Service child;
  child.meta.ns = "default";
  child.meta.name = "child";
  child.spec.ports = {{"p", 80, nullptr, "TCP", std::nullopt}};
  client_.CreateOrUpdate(child);  // nobody's
  child.meta.name = "owned";
  SetControllerReference(owner, child);
  Json json = ToJson(child);
  json["metadata"]["annotations"][kTraceparentAnnotation] = "t5";
  client_.rest().Create(Service::kResource, "default", json);
  const Request request = reconciler_.WaitFor(1)[0];
  EXPECT_EQ(request.Key().Text(), "default/owner");
  EXPECT_EQ(request.reason, Reason::kDependent);
  EXPECT_THAT(request.triggers, testing::ElementsAre("t5"));
  EXPECT_FALSE(request.generation.has_value());
  // Known already: the next change does not link to that write again.
  client_.Patch<Service>({"default", "owned"}, {{"metadata", {{"labels", {{"x", "y"}}}}}});
  EXPECT_TRUE(reconciler_.WaitFor(2)[1].triggers.empty());
  client_.Delete<Service>({"default", "owned"});
  EXPECT_EQ(reconciler_.WaitFor(3)[2].reason, Reason::kDependent);
  services.Stop();
}

TEST_F(ControllerTest, AStatusWriteIsNoReason) {
  StatefulSet set;
  set.meta.ns = "default";
  set.meta.name = "s";
  set.spec.selector.match_labels = {{"app", "s"}};
  set.spec.pod_template.meta.labels = {{"app", "s"}};
  set.spec.pod_template.spec.containers.push_back({});
  set.spec.pod_template.spec.containers[0].name = "c";
  set.spec.pod_template.spec.containers[0].image = "i";
  Controller controller("sets", [this](const Request& req) { return reconciler_.Reconcile(req); }, options_);
  Informer<StatefulSet> sets(client_, informer_options_);
  controller.For(sets);
  controller.Start();
  sets.Start();
  StatefulSet live = client_.CreateOrUpdate(set).object;
  EXPECT_EQ(reconciler_.WaitFor(1)[0].generation, 1);
  live.status.ready_replicas = 0;
  live.status.replicas = 1;
  client_.UpdateStatus(live);
  set.spec.replicas = 2;
  client_.CreateOrUpdate(set);
  const Request second = reconciler_.WaitFor(2)[1];
  EXPECT_EQ(second.generation, 2);
  EXPECT_EQ(second.merged, 1);
  sets.Stop();
}

TEST_F(ControllerTest, ObjectsWrittenAreCounted) {
  std::promise<int> written;
  Controller controller(
      "maps",
      [&](const Request& req) {
        client_.CreateOrUpdate(Map("x", "1"));
        client_.CreateOrUpdate(Map("x", "1"));
        client_.CreateOrUpdate(Map("y", "1"));
        written.set_value(req.Writes().value());
        return Result::Done();
      },
      options_);
  controller.Start();
  controller.Enqueue({"default", "a"}, {});
  EXPECT_EQ(written.get_future().get(), 2);
  EXPECT_FALSE(Request{}.Writes().has_value());
}

TEST_F(ControllerTest, StopWaitsForWhatRunsAndDropsTheRest) {
  std::promise<void> running;
  std::promise<void> release;
  std::atomic<int> ran{0};
  Controller controller(
      "maps",
      [&](const Request&) {
        if (ran++ == 0) running.set_value();
        release.get_future().wait();
        return Result::RequeueAfter(milliseconds(1));
      },
      options_);
  controller.Start();
  controller.Enqueue({"default", "a"}, {});
  controller.Enqueue({"default", "b"}, {});
  running.get_future().wait();
  EXPECT_FALSE(controller.Stop(milliseconds(1)));
  release.set_value();
  EXPECT_TRUE(controller.Stop(seconds(60)));
  EXPECT_EQ(ran, 1);
}

TEST_F(ControllerTest, WorkersWorkAtOnceButNeverOnOneObject) {
  options_.workers = 4;
  std::mutex mutex;
  std::set<std::string> busy;
  std::atomic<int> ran{0};
  std::atomic<bool> twice{false};
  Controller controller(
      "maps",
      [&](const Request& req) {
        {
          const std::lock_guard<std::mutex> lock(mutex);
          if (!busy.insert(req.name).second) twice = true;
        }
        std::this_thread::yield();
        {
          const std::lock_guard<std::mutex> lock(mutex);
          busy.erase(req.name);
        }
        ++ran;
        return Result::Done();
      },
      options_);
  controller.Start();
  for (int i = 0; i < 2000; ++i) controller.Enqueue({"default", std::to_string(i % 7)}, {});
  controller.queue().ShutDownWithDrain();
  EXPECT_FALSE(twice);
  EXPECT_GE(ran, 7);
}

}  // namespace
}  // namespace kube
