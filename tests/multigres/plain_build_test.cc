// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is made of a component: the objects as the API server gets them.
#include <gtest/gtest.h>

#include "samples/kube/api/object.h"
#include "samples/multigres/build/cell.h"
#include "samples/multigres/build/cluster.h"
#include "samples/multigres/build/etcd.h"
#include "samples/multigres/build/gateway.h"
#include "samples/multigres/build/orch.h"
#include "samples/multigres/build/pooler.h"

namespace multigres {
namespace {

using kube::Json;

MultigresCluster Cluster() {
  MultigresCluster cluster;
  cluster.meta.ns = "default";
  cluster.meta.name = "my-db";
  return cluster;
}

TEST(PlainBuild, EtcdMembersKnowEachOther) {
  const Etcd etcd = BuildEtcd(Cluster());
  const Json sts = kube::ToJson(BuildEtcdStatefulSet(etcd));
  EXPECT_EQ(sts["metadata"]["name"], "my-db-etcd");
  EXPECT_EQ(sts["spec"]["replicas"], 3);
  EXPECT_EQ(sts["spec"]["serviceName"], "my-db-etcd-client");
  EXPECT_EQ(sts["spec"]["template"]["spec"]["containers"][0]["args"].back(),
            "--initial-cluster=my-db-etcd-0=http://my-db-etcd-0.my-db-etcd-client:2380,"
            "my-db-etcd-1=http://my-db-etcd-1.my-db-etcd-client:2380,"
            "my-db-etcd-2=http://my-db-etcd-2.my-db-etcd-client:2380");
  EXPECT_EQ(sts["spec"]["volumeClaimTemplates"][0]["spec"]["resources"]["requests"]["storage"], "10Gi");
  const Json service = kube::ToJson(BuildEtcdService(etcd));
  EXPECT_EQ(service["metadata"]["name"], "my-db-etcd-client");
  EXPECT_EQ(service["spec"]["publishNotReadyAddresses"], true);
}

// A selector must find the pods of its own template, and no others.
template <typename Workload>
void ExpectSelectsItsPods(const Workload& workload) {
  const Json json = kube::ToJson(workload);
  const Json& labels = json["spec"]["template"]["metadata"]["labels"];
  for (const auto& [key, value] : json["spec"]["selector"]["matchLabels"].items()) EXPECT_EQ(labels[key], value);
  EXPECT_EQ(labels["app.kubernetes.io/instance"], json["metadata"]["name"]);
}

TEST(PlainBuild, SelectorsFindTheirPods) {
  ExpectSelectsItsPods(BuildEtcdStatefulSet(BuildEtcd(Cluster())));
  ExpectSelectsItsPods(BuildGatewayDeployment(BuildGateway(Cluster())));
  ExpectSelectsItsPods(BuildOrchDeployment(BuildOrch(Cluster())));
  ExpectSelectsItsPods(BuildPoolerStatefulSet(BuildPooler(Cluster())));
}

TEST(PlainBuild, TheCellsServiceReachesTheGateways) {
  const Cell cell = BuildCell(Cluster(), {"zone-a", "eu-1a"});
  EXPECT_EQ(cell.meta.name, "my-db-zone-a");
  const Json service = kube::ToJson(BuildCellService(cell));
  const Json pods =
      kube::ToJson(BuildGatewayDeployment(BuildGateway(Cluster())))["spec"]["template"]["metadata"]["labels"];
  for (const auto& [key, value] : service["spec"]["selector"].items()) EXPECT_EQ(pods[key], value);
  EXPECT_EQ(service["spec"]["ports"][0]["targetPort"], "postgres");
  const Json topology = kube::ToJson(BuildCellConfigMap(cell));
  EXPECT_EQ(topology["data"]["etcd"], "my-db-etcd-client.default.svc:2379");
}

TEST(PlainBuild, ChildrenOfAClusterKeepUntilCleanedUp) {
  EXPECT_EQ(BuildEtcd(Cluster()).meta.finalizers, std::vector<std::string>{kFinalizer});
  EXPECT_EQ(BuildPooler(Cluster()).meta.labels.at(kClusterLabel), "my-db");
}

}  // namespace
}  // namespace multigres
