// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/demo.h"

#include <chrono>
#include <functional>
#include <iostream>
#include <thread>

#include "samples/multigres/api/multigres_cluster.h"

namespace multigres {
namespace {

constexpr std::chrono::seconds kPatience{120};
constexpr std::chrono::milliseconds kBetweenLooks{20};

using Wanted = std::function<bool(const kube::Json& object)>;

std::string ConditionText(const kube::Json& object, const std::string& type, const char* field) {
  const kube::Json none = kube::Json::array();
  for (const kube::Json& one : object.value("status", kube::Json::object()).value("conditions", none)) {
    if (one.value("type", "") == type) return one.value(field, "");
  }
  return "";
}

bool Observed(const kube::Json& object) {
  return object.value("status", kube::Json::object()).value("observedGeneration", 0) ==
         object["metadata"].value("generation", -1);
}

bool IsReady(const kube::Json& object) { return Observed(object) && ConditionText(object, kReady, "status") == "True"; }
bool IsDegraded(const kube::Json& object) { return ConditionText(object, kDegraded, "status") == "True"; }

class Stage {
 public:
  explicit Stage(Kubectl& kubectl) : kubectl_(kubectl) {}

  bool failed() const { return failed_; }

  void Scene(const std::string& title) { std::cout << "== " << title << std::endl; }

  // Looks until the object is as wanted; null: until it is gone. Says what it was waiting for, and how it is.
  void Await(const kube::ObjectKey& key, const std::string& what, const Wanted& wanted) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    std::optional<kube::Json> object;
    do {
      object = kubectl_.Get(MultigresCluster::kResource, key);
      const bool good = wanted == nullptr ? !object : object && wanted(*object);
      if (good) {
        Say(key, what, object);
        return;
      }
      std::this_thread::sleep_for(kBetweenLooks);
    } while (std::chrono::steady_clock::now() < deadline);
    failed_ = true;
    std::cout << "NOT in time: ";
    Say(key, what, object);
  }

 private:
  static void Say(const kube::ObjectKey& key, const std::string& what, const std::optional<kube::Json>& object) {
    std::cout << "MultigresCluster " << key.Text() << ": " << what;
    if (object) {
      const kube::Json status = object->value("status", kube::Json::object());
      std::cout << ", " << status.value("readyComponents", 0) << " of " << status.value("components", 0)
                << " components";
      if (IsDegraded(*object)) {
        std::cout << "; Degraded: " << ConditionText(*object, kDegraded, "reason") << ": "
                  << ConditionText(*object, kDegraded, "message");
      }
    }
    std::cout << std::endl;
  }

  Kubectl& kubectl_;
  bool failed_ = false;
};

kube::apiserver::Fault Refuse(const std::string& verb, const std::string& resource, const std::string& name, int status,
                              int count) {
  kube::apiserver::Fault fault;
  fault.verb = verb;
  fault.resource = resource;
  fault.name = name;
  fault.status = status;
  fault.count = count;
  return fault;
}

}  // namespace

bool RunDemo(EmbeddedCluster& cluster, const std::filesystem::path& cluster_file) {
  Kubectl& kubectl = cluster.kubectl();
  Stage stage(kubectl);
  kube::Json manifest = ReadManifests(cluster_file).at(0);
  const std::string ns = manifest["metadata"].value("namespace", "default");
  const kube::ObjectKey mine{ns, manifest["metadata"].value("name", "")};
  const kube::ObjectKey broken{ns, "broken"};

  stage.Scene("1. A cluster is applied and becomes ready");
  kubectl.Apply(manifest);
  stage.Await(mine, "ready", IsReady);

  stage.Scene("2. Another one, whose gateway's Deployment the API server refuses, until it does no longer");
  cluster.faults().Add(Refuse("patch", "deployments", "broken-gateway", 500, 0));
  manifest["metadata"]["name"] = broken.name;
  kubectl.Apply(manifest);
  stage.Await(broken, "a component fails", IsDegraded);
  cluster.faults().Clear();
  stage.Await(broken, "ready", IsReady);

  stage.Scene("3. A change of the first one's etcd, whose status write meets a conflict and is tried again");
  cluster.faults().Add(Refuse("update", "etcds", mine.name + "-etcd", 409, 1));
  kubectl.Patch(MultigresCluster::kResource, mine, {{"spec", {{"etcd", {{"replicas", 5}}}}}});
  stage.Await(mine, "ready with 5 members of etcd", IsReady);
  cluster.faults().Clear();

  stage.Scene("4. Both are deleted: components first, etcd last, each with its cleanup");
  for (const kube::ObjectKey& key : {mine, broken}) kubectl.Delete(MultigresCluster::kResource, key);
  for (const kube::ObjectKey& key : {mine, broken}) stage.Await(key, "gone", nullptr);
  std::size_t left = 0;
  for (const kube::ResourceType& type :
       {Etcd::kResource, MultiGateway::kResource, MultiOrch::kResource, MultiPooler::kResource, Cell::kResource}) {
    left += kubectl.List(type, ns).size();
  }
  std::cout << left << " component objects are left" << std::endl;
  return !stage.failed() && left == 0;
}

}  // namespace multigres
