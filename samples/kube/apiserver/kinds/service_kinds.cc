// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Service, its addresses and ports, and Endpoints.
#include <memory>
#include <mutex>
#include <set>

#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/kinds/object_meta.h"
#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/schema/type_text.h"
#include "samples/kube/apiserver/wire/random_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kTypes = R"(
ServicePort
  name string
  protocol string ="TCP"
  appProtocol *string
  port int32
  targetPort intstr
  nodePort int32
LoadBalancerStatus
  ingress []any atomic
ServiceStatus
  loadBalancer LoadBalancerStatus
  conditions []any keys=type
ServiceSpec
  ports []ServicePort keys=port,protocol
  selector map[string]string atomic
  clusterIP string
  clusterIPs []string atomic
  type string ="ClusterIP"
  externalIPs []string atomic
  sessionAffinity string ="None"
  loadBalancerIP string
  loadBalancerSourceRanges []string atomic
  externalName string
  externalTrafficPolicy string
  healthCheckNodePort int32
  publishNotReadyAddresses bool
  sessionAffinityConfig any
  ipFamilies []string atomic
  ipFamilyPolicy *string
  allocateLoadBalancerNodePorts *bool
  loadBalancerClass *string
  internalTrafficPolicy *string
  trafficDistribution *string
Service
  spec ServiceSpec
  status ServiceStatus
Endpoints
  subsets []any atomic
)";

// Addresses and ports given out since the start; a random one of a /12 and of 2768 ports, so that a server which
// restarts with its objects hardly gives one out twice.
class Allocator {
 public:
  std::string Address() {
    return Fresh([] {
      return "10." + std::to_string(96 + RandomBelow(16)) + "." + std::to_string(RandomBelow(256)) + "." +
             std::to_string(1 + RandomBelow(254));
    });
  }
  int Port() {
    return std::stoi(Fresh([] { return std::to_string(30000 + RandomBelow(2768)); }));
  }

 private:
  template <typename F>
  std::string Fresh(const F& draw) {
    const std::lock_guard<std::mutex> lock(mutex_);
    std::string drawn = draw();
    for (int tries = 0; !used_.insert(drawn).second && tries < 10000; ++tries) drawn = draw();
    return drawn;
  }

  std::mutex mutex_;
  std::set<std::string> used_;
};

void KeepFromOld(Json& spec, const Json& before) {
  if (TextAt(spec, "type") == "ExternalName" || TextAt(before, "type") == "ExternalName") return;
  for (const char* field : {"clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"}) {
    if (!spec.contains(field) && before.contains(field)) spec[field] = before[field];
  }
  // A client that changes only clusterIP means the list too.
  if (At(spec, "clusterIP") != At(before, "clusterIP") && At(spec, "clusterIPs") == At(before, "clusterIPs")) {
    spec["clusterIPs"] = Json::array({spec["clusterIP"]});
  }
  for (Json& port : spec["ports"]) {
    for (const Json& old_port : At(before, "ports")) {
      if (At(port, "port") == At(old_port, "port") && !port.contains("nodePort") && old_port.contains("nodePort") &&
          TextAt(spec, "type") != "ClusterIP") {
        port["nodePort"] = old_port["nodePort"];
      }
    }
  }
}

void FillService(Json& object, const Json* old, Allocator& allocator) {
  Json& spec = object["spec"];
  const std::string type = TextAt(spec, "type");
  if (!At(spec, "ports").is_array()) spec["ports"] = Json::array();
  if (old != nullptr) KeepFromOld(spec, At(*old, "spec"));
  for (Json& port : spec["ports"]) {
    if (!port.contains("targetPort") || port["targetPort"] == 0 || port["targetPort"] == "") {
      port["targetPort"] = At(port, "port");
    }
    if ((type == "NodePort" || type == "LoadBalancer") && !port.contains("nodePort"))
      port["nodePort"] = allocator.Port();
  }
  if (spec["ports"].empty()) spec.erase("ports");
  if (type == "ExternalName") return;
  if (!spec.contains("clusterIP")) spec["clusterIP"] = allocator.Address();
  if (!spec.contains("clusterIPs")) spec["clusterIPs"] = Json::array({spec["clusterIP"]});
  if (!spec.contains("ipFamilies")) spec["ipFamilies"] = Json::array({"IPv4"});
  if (!spec.contains("ipFamilyPolicy")) spec["ipFamilyPolicy"] = "SingleStack";
  if (!spec.contains("internalTrafficPolicy")) spec["internalTrafficPolicy"] = "Cluster";
  if (type != "ClusterIP" && !spec.contains("externalTrafficPolicy")) spec["externalTrafficPolicy"] = "Cluster";
  if (type == "LoadBalancer" && !spec.contains("allocateLoadBalancerNodePorts")) {
    spec["allocateLoadBalancerNodePorts"] = true;
  }
}

void CheckService(const Json& object, const Json* old, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  const Json& ports = At(spec, "ports");
  const std::string type = TextAt(spec, "type");
  if (type == "ExternalName") {
    if (TextAt(spec, "externalName").empty()) errors.push_back(Required("spec.externalName"));
    return;
  }
  if (type != "ClusterIP" && type != "NodePort" && type != "LoadBalancer") {
    errors.push_back(
        NotSupported("spec.type", "\"" + type + "\"", {"ClusterIP", "ExternalName", "LoadBalancer", "NodePort"}));
  }
  if (ports.empty() && TextAt(spec, "clusterIP") != "None") errors.push_back(Required("spec.ports"));
  for (std::size_t i = 0; i < ports.size(); ++i) {
    const std::string path = "spec.ports[" + std::to_string(i) + "]";
    const std::string name = TextAt(ports[i], "name");
    if (ports.size() > 1 && name.empty()) errors.push_back(Required(path + ".name"));
    if (!name.empty() && !Label1123Error(name).empty()) {
      errors.push_back(Invalid(path + ".name", name, Label1123Error(name)));
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (!name.empty() && TextAt(ports[k], "name") == name) errors.push_back(Duplicate(path + ".name", name));
    }
    const Json number = ports[i].value("port", 0);
    if (number < 1 || number > 65535) {
      errors.push_back(Invalid(path + ".port", number, "must be between 1 and 65535, inclusive"));
    }
  }
  if (old == nullptr) return;
  const Json& before = At(At(*old, "spec"), "clusterIPs");
  if (before.is_array() && At(spec, "clusterIPs") != before && TextAt(At(*old, "spec"), "type") != "ExternalName") {
    errors.push_back(Invalid("spec.clusterIPs[0]", At(spec, "clusterIPs"), "may not change once set"));
  }
}

}  // namespace

std::vector<ResourcePtr> ServiceKinds() {
  const auto types = ReadTypes(kTypes, MetaTypes());
  auto allocator = std::make_shared<Allocator>();
  auto service = BuiltinKind("", "services", "Service", types);
  service->short_names = {"svc"};
  service->categories = {"all"};
  service->name_error = &Label1035Error;
  service->create_on_update = true;
  service->returns_deleted = true;
  service->fill = [allocator](Json& object, const Json* old) { FillService(object, old, *allocator); };
  service->check = CheckService;
  auto endpoints = BuiltinKind("", "endpoints", "Endpoints", types);
  endpoints->short_names = {"ep"};
  endpoints->create_on_update = true;
  return {service, endpoints};
}

}  // namespace kube::apiserver
