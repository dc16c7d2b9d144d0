// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A cluster in this process, a client of it, and the operator if a test starts it.
#ifndef TESTS_MULTIGRES_WORLD_H_
#define TESTS_MULTIGRES_WORLD_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "samples/kube/client/client.h"
#include "samples/kube/queue/trigger.h"
#include "samples/multigres/api/multigres_cluster.h"
#include "samples/multigres/embedded/embedded_cluster.h"
#include "samples/multigres/operator/operator.h"

namespace multigres_test {

using kube::Json;

class World {
 public:
  World();
  ~World();

  multigres::EmbeddedCluster& cluster() { return cluster_; }
  multigres::Kubectl& kubectl() { return cluster_.kubectl(); }
  kube::Client& client() { return *client_; }

  // With queues that hold failures back for milliseconds.
  void StartOperator(int workers = 2);
  void StopOperator();

  // An object of group multigres.io, with this spec.
  Json Make(const kube::ResourceType& type, const std::string& name, const Json& spec = Json::object());
  std::optional<Json> Get(const kube::ResourceType& type, const std::string& name);
  // Looks again and again until `wanted` holds, for a minute at most; fails the test if it never does.
  void Await(const std::string& what, const std::function<bool()>& wanted);
  void AwaitCondition(const kube::ResourceType& type, const std::string& name, const std::string& condition,
                      const std::string& status);

  static const std::string kNamespace;

 private:
  multigres::EmbeddedCluster cluster_;
  std::unique_ptr<kube::Client> client_;
  std::unique_ptr<multigres::Operator> operator_;
};

kube::Request RequestFor(const std::string& name);

// A condition's field ("status", "reason", "message"); "" without such a condition.
std::string Condition(const Json& object, const std::string& type, const char* field);

}  // namespace multigres_test

#endif  // TESTS_MULTIGRES_WORLD_H_
