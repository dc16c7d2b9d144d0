// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Informer, queue and workers together, against the embedded API server.
#include "samples/kube/controller/controller.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <stdexcept>

#include "samples/kube/api/core.h"
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

}  // namespace
}  // namespace kube
