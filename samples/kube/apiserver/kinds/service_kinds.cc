// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Service, its addresses and ports, and Endpoints.
#include <memory>
#include <mutex>
#include <set>

#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/kinds/field_checks.h"
#include "samples/kube/apiserver/kinds/pod_types.h"
#include "samples/kube/apiserver/schema/format.h"
#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/schema/type_text.h"
#include "samples/kube/apiserver/wire/random_text.h"

namespace kube::apiserver {
namespace {

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
  const std::string type = TextAt(spec, "type"), last = TextAt(before, "type");
  if (type != last) {  // what only the old type had goes, unless the client asks for something else
    const auto drop = [&](const char* field) {
      if (At(spec, field) == At(before, field)) spec.erase(field);
    };
    if (type == "ExternalName") {
      for (const char* field : {"clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "internalTrafficPolicy"}) {
        drop(field);
      }
    }
    if (type == "ClusterIP" || type == "ExternalName") {
      drop("externalTrafficPolicy");
      for (Json& port : spec["ports"]) {
        for (const Json& old_port : At(before, "ports")) {
          if (At(old_port, "nodePort") == At(port, "nodePort")) port.erase("nodePort");
        }
      }
    }
    if (type != "LoadBalancer") drop("allocateLoadBalancerNodePorts");
  }
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
  if (TextAt(spec, "sessionAffinity") == "ClientIP" && !spec.contains("sessionAffinityConfig")) {
    spec["sessionAffinityConfig"] = {{"clientIP", {{"timeoutSeconds", 10800}}}};
  }
  if (type == "LoadBalancer") {
    Json& status = object["status"]["loadBalancer"];
    for (std::size_t i = 0; i < At(status, "ingress").size(); ++i) {
      Json& ingress = status["ingress"][i];
      if (!TextAt(ingress, "ip").empty() && !ingress.contains("ipMode")) ingress["ipMode"] = "VIP";
    }
    if (TextAt(spec, "externalTrafficPolicy") == "Local" && !spec.contains("healthCheckNodePort")) {
      spec["healthCheckNodePort"] = allocator.Port();
    }
  }
  if (type == "ExternalName") return;
  if (!spec.contains("clusterIP")) spec["clusterIP"] = allocator.Address();
  if (!spec.contains("clusterIPs")) spec["clusterIPs"] = Json::array({spec["clusterIP"]});
  // A headless service that selects nothing may get addresses of either family.
  const bool free = spec["clusterIP"] == "None" && At(spec, "selector").empty();
  if (!spec.contains("ipFamilies")) spec["ipFamilies"] = free ? Json{"IPv4", "IPv6"} : Json::array({"IPv4"});
  if (!spec.contains("ipFamilyPolicy")) spec["ipFamilyPolicy"] = free ? "RequireDualStack" : "SingleStack";
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
    const std::string name = TextAt(spec, "externalName");
    if (name.empty()) {
      errors.push_back(Required("spec.externalName"));
    } else if (const std::string wrong = Subdomain1123Error(name); !wrong.empty()) {
      errors.push_back(Invalid("spec.externalName", name, wrong));
    }
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
    CheckPortNumber(ports[i].value("port", Json(0)), path + ".port", errors);
    CheckOneOf(At(ports[i], "protocol"), {"SCTP", "TCP", "UDP"}, path + ".protocol", errors);
    CheckPort(At(ports[i], "targetPort"), path + ".targetPort", errors);
    if (const Json& node = At(ports[i], "nodePort"); node.is_number()) {
      if (type == "ClusterIP") {
        errors.push_back(Forbidden(path + ".nodePort", "may not be used when `type` is 'ClusterIP'"));
      } else if (node < 30000 || node > 32767) {
        errors.push_back(Invalid(path + ".nodePort", node,
                                 "provided port is not in the valid range. The range of valid ports is 30000-32767"));
      }
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (At(ports[k], "port") != At(ports[i], "port") || At(ports[k], "protocol") != At(ports[i], "protocol"))
        continue;
      errors.push_back({path, "FieldValueDuplicate",
                        "Duplicate value: {\"Name\":\"\",\"Protocol\":" + At(ports[i], "protocol").dump() +
                            ",\"AppProtocol\":null,\"Port\":" + At(ports[i], "port").dump() +
                            ",\"TargetPort\":0,\"NodePort\":0}"});
      break;
    }
  }
  CheckLabelMap(At(spec, "selector"), "spec.selector", errors);
  CheckOneOf(At(spec, "sessionAffinity"), {"ClientIP", "None"}, "spec.sessionAffinity", errors);
  if (const std::string address = TextAt(spec, "clusterIP"); !address.empty() && address != "None") {
    if (!HasFormat(address, "ipv4") && address.find(':') == std::string::npos) {
      errors.push_back(
          Invalid("spec.clusterIPs[0]", address, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"));
    }
  }
  if (type != "LoadBalancer" && !At(spec, "loadBalancerSourceRanges").empty()) {
    errors.push_back(Forbidden("spec.LoadBalancerSourceRanges", "may only be used when `type` is 'LoadBalancer'"));
  }
  const Json& outside = At(spec, "externalTrafficPolicy");
  if (outside.is_string() && type == "ClusterIP" && At(spec, "externalIPs").empty()) {
    errors.push_back(
        Invalid("spec.externalTrafficPolicy", outside, "may only be set for externally-accessible services"));
  }
  if (const Json& inside = At(spec, "internalTrafficPolicy"); inside.is_string()) {
    CheckOneOf(inside, {"Cluster", "Local"}, "spec.internalTrafficPolicy", errors);
  }
  if (const std::string address = TextAt(spec, "clusterIP");
      old == nullptr && errors.empty() && HasFormat(address, "ipv4") && !address.starts_with("10.")) {
    errors.push_back(
        Invalid("spec.clusterIPs", Json::array({address}),
                "failed to allocate IP " + address + ": the provided network does not match the current range"));
  }
  if (old == nullptr) return;
  const Json& before = At(At(*old, "spec"), "clusterIPs");
  if (before.is_array() && At(spec, "clusterIPs") != before && TextAt(At(*old, "spec"), "type") != "ExternalName") {
    errors.push_back(Invalid("spec.clusterIPs[0]", At(spec, "clusterIPs"), "may not change once set"));
  }
  if (type == "LoadBalancer" && TextAt(spec, "clusterIP") == "None") {
    errors.push_back(Invalid("spec.clusterIPs[0]", "None", "may not be set to 'None' for LoadBalancer services"));
  }
}

void CheckEndpoints(const Json& object, const Json*, FieldErrors& errors) {
  const Json& subsets = At(object, "subsets");
  for (std::size_t i = 0; i < subsets.size(); ++i) {
    const std::string path = "subsets[" + std::to_string(i) + "]";
    const Json& addresses = At(subsets[i], "addresses");
    const Json& ports = At(subsets[i], "ports");
    if (addresses.empty() && At(subsets[i], "notReadyAddresses").empty()) {
      errors.push_back(Required(path, "must specify `addresses` or `notReadyAddresses`"));
    }
    for (std::size_t k = 0; k < addresses.size(); ++k) {
      const std::string address = TextAt(addresses[k], "ip");
      if (HasFormat(address, "ipv4") || address.find(':') != std::string::npos) continue;
      errors.push_back(Invalid(path + ".addresses[" + std::to_string(k) + "].ip", address,
                               "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"));
      errors.push_back(
          Invalid(path + ".addresses[" + std::to_string(k) + "].ip", address, "must be a valid IP address"));
    }
    for (std::size_t k = 0; k < ports.size(); ++k) {
      CheckPortNumber(At(ports[k], "port"), path + ".ports[" + std::to_string(k) + "].port", errors);
    }
  }
}

}  // namespace

std::vector<ResourcePtr> ServiceKinds() {
  const auto& types = CoreTypes();
  auto allocator = std::make_shared<Allocator>();
  auto service = BuiltinKind("", "services", "Service", types);
  service->short_names = {"svc"};
  service->categories = {"all"};
  service->name_error = &Label1123Error;
  service->create_on_update = true;
  service->returns_deleted = true;
  service->fill = [allocator](Json& object, const Json* old) { FillService(object, old, *allocator); };
  service->check = CheckService;
  service->server_fields = {{"f:spec", "f:clusterIP"},           {"f:spec", "f:clusterIPs"},
                            {"f:spec", "f:ipFamilies"},          {"f:spec", "f:ipFamilyPolicy"},
                            {"f:spec", "f:healthCheckNodePort"}, {"f:spec", "f:ports", "*", "f:nodePort"}};
  auto endpoints = BuiltinKind("", "endpoints", "Endpoints", types);
  endpoints->short_names = {"ep"};
  endpoints->deprecation = "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice";
  endpoints->check = CheckEndpoints;
  endpoints->create_on_update = true;
  return {service, endpoints};
}

}  // namespace kube::apiserver
