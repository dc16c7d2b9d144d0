// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/build/etcd.h"

#include <spansmith/annotations.h>

#include "samples/multigres/build/parts.h"

namespace multigres {
namespace {

constexpr char kComponent[] = "etcd";

std::string ServiceName(const Etcd& etcd) { return etcd.meta.name + "-client"; }

std::string Url(const Etcd& etcd, const std::string& member, int port) {
  return "http://" + member + "." + ServiceName(etcd) + ":" + std::to_string(port);
}

// example-0=http://example-0.example-client:2380,... : each member knows the others by these names.
std::string InitialCluster(const Etcd& etcd) {
  std::string list;
  for (int i = 0; i < etcd.spec.replicas; ++i) {
    const std::string member = etcd.meta.name + "-" + std::to_string(i);
    list += (i == 0 ? "" : ",") + member + "=" + Url(etcd, member, EtcdSpec::kPeerPort);
  }
  return list;
}

kube::Container Member(const Etcd& etcd) {
  kube::Container member;
  member.name = "etcd";
  member.image = etcd.spec.image;
  member.args = {"--name=$(POD_NAME)",
                 "--data-dir=/var/lib/etcd",
                 "--listen-client-urls=http://0.0.0.0:2379",
                 "--listen-peer-urls=http://0.0.0.0:2380",
                 "--advertise-client-urls=" + Url(etcd, "$(POD_NAME)", EtcdSpec::kClientPort),
                 "--initial-advertise-peer-urls=" + Url(etcd, "$(POD_NAME)", EtcdSpec::kPeerPort),
                 "--initial-cluster=" + InitialCluster(etcd)};
  kube::EnvVar name;
  name.name = "POD_NAME";
  name.value_from = {{"fieldRef", {{"apiVersion", "v1"}, {"fieldPath", "metadata.name"}}}};
  member.env = {name};
  member.ports = {Listens("client", EtcdSpec::kClientPort), Listens("peer", EtcdSpec::kPeerPort)};
  member.volume_mounts = {{"data", "/var/lib/etcd", std::nullopt}};
  return member;
}

}  // namespace

SPANSMITH_SCOPE("multigres.io/etcd-controller")
SPANSMITH_BUILD("EtcdStatefulSet", SPANSMITH_RETURN_ATTR(sts.replicas, result.spec.replicas),
                SPANSMITH_RETURN_ATTR(sts.image, result.spec.pod_template.spec.containers[0].image))
kube::StatefulSet BuildEtcdStatefulSet(const Etcd& etcd) {
  kube::StatefulSet sts;
  sts.meta = MetaOf(kComponent, etcd.meta, etcd.meta.name);
  sts.spec.replicas = etcd.spec.replicas;
  sts.spec.service_name = ServiceName(etcd);
  sts.spec.pod_management_policy = "Parallel";  // a first member waits for the others
  sts.spec.selector.match_labels = SelectorOf(kComponent, etcd.meta.name);
  sts.spec.pod_template = PodOf(sts.meta.labels, Member(etcd));
  sts.spec.volume_claim_templates = {DataClaim(etcd.spec.storage)};
  return sts;
}

kube::Service BuildEtcdService(const Etcd& etcd) {
  kube::Service service;
  service.meta = MetaOf(kComponent, etcd.meta, ServiceName(etcd));
  service.spec.cluster_ip = "None";
  service.spec.publish_not_ready_addresses = true;  // members look each other up before they are ready
  service.spec.selector = SelectorOf(kComponent, etcd.meta.name);
  service.spec.ports = {Serves("client", EtcdSpec::kClientPort), Serves("peer", EtcdSpec::kPeerPort)};
  return service;
}

}  // namespace multigres
