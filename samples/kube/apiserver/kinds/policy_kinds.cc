// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Budgets, access, networks and scaling: what operators write beside workloads and nothing here acts upon.
#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/kinds/field_checks.h"
#include "samples/kube/apiserver/kinds/pod_types.h"
#include "samples/kube/apiserver/kinds/type_texts.h"
#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/schema/type_text.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kAccessGroup = "rbac.authorization.k8s.io";

std::string Index(const std::string& path, std::size_t i) { return path + "[" + std::to_string(i) + "]"; }

// Anything that is a segment of a path.
std::string PathSegmentError(const std::string& name) {
  if (name == "." || name == "..") return "may not be '" + name + "'";
  for (const char* part : {"/", "%"}) {
    if (name.find(part) != std::string::npos) return std::string("may not contain '") + part + "'";
  }
  return "";
}

void CheckBudget(const Json& object, const Json*, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  if (spec.contains("minAvailable") && spec.contains("maxUnavailable")) {
    errors.push_back(InvalidText(
        "spec",
        "{\"MinAvailable\":" + spec["minAvailable"].dump() + ",\"Selector\":" + At(spec, "selector").dump() +
            ",\"MaxUnavailable\":" + spec["maxUnavailable"].dump() +
            ",\"UnhealthyPodEvictionPolicy\":" + At(spec, "unhealthyPodEvictionPolicy").dump() + "}",
        "minAvailable and maxUnavailable cannot be both set"));
  }
  for (const char* field : {"minAvailable", "maxUnavailable"}) {
    const Json& value = At(spec, field);
    const std::string path = std::string("spec.") + field, text = TextOf(value);
    CheckIntOrPercent(value, path, errors);
    if (!text.empty() && text.back() == '%' && std::atoi(text.c_str()) > 100) {
      errors.push_back(Invalid(path, value, "must not be greater than 100%"));
    }
  }
  CheckLabelSelector(At(spec, "selector"), "spec.selector", errors);
}

void CheckRules(const Json& object, bool namespaced, FieldErrors& errors) {
  const Json& rules = At(object, "rules");
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string path = Index("rules", i);
    const Json& urls = At(rules[i], "nonResourceURLs");
    if (At(rules[i], "verbs").empty()) {
      errors.push_back(Required(path + ".verbs", "verbs must contain at least one value"));
    }
    if (!urls.empty()) {
      if (namespaced) {
        errors.push_back(
            Invalid(path + ".nonResourceURLs", urls, "namespaced rules cannot apply to non-resource URLs"));
      }
      if (!At(rules[i], "apiGroups").empty() || !At(rules[i], "resources").empty()) {
        errors.push_back(Invalid(path + ".nonResourceURLs", urls,
                                 "rules cannot apply to both regular resources and non-resource URLs"));
      }
      continue;
    }
    if (At(rules[i], "apiGroups").empty()) {
      errors.push_back(Required(path + ".apiGroups", "resource rules must supply at least one api group"));
    }
    if (At(rules[i], "resources").empty()) {
      errors.push_back(Required(path + ".resources", "resource rules must supply at least one resource"));
    }
  }
}

void CheckSubject(const Json& subject, bool namespaced, const std::string& path, FieldErrors& errors) {
  const std::string kind = TextAt(subject, "kind"), name = TextAt(subject, "name"), group = TextAt(subject, "apiGroup");
  if (name.empty()) errors.push_back(Required(path + ".name"));
  if (kind == "ServiceAccount") {
    if (const std::string wrong = name.empty() ? "" : Subdomain1123Error(name); !wrong.empty()) {
      errors.push_back(Invalid(path + ".name", name, wrong));
    }
    if (!group.empty()) errors.push_back(NotSupported(path + ".apiGroup", Quoted(group), {""}));
    if (!namespaced && TextAt(subject, "namespace").empty()) errors.push_back(Required(path + ".namespace"));
  } else if (kind == "User" || kind == "Group") {
    if (group != kAccessGroup) errors.push_back(NotSupported(path + ".apiGroup", Quoted(group), {kAccessGroup}));
  } else {
    errors.push_back(NotSupported(path + ".kind", Quoted(kind), {"ServiceAccount", "User", "Group"}));
  }
}

void CheckBinding(const Json& object, const Json* old, bool namespaced, FieldErrors& errors) {
  const Json& role = At(object, "roleRef");
  const std::string group = TextAt(role, "apiGroup"), kind = TextAt(role, "kind"), name = TextAt(role, "name");
  if (group != kAccessGroup) errors.push_back(NotSupported("roleRef.apiGroup", Quoted(group), {kAccessGroup}));
  if (kind != "ClusterRole" && (kind != "Role" || !namespaced)) {
    errors.push_back(NotSupported(
        "roleRef.kind", Quoted(kind),
        namespaced ? std::vector<std::string>{"Role", "ClusterRole"} : std::vector<std::string>{"ClusterRole"}));
  }
  if (name.empty()) {
    errors.push_back(Required("roleRef.name"));
  } else if (const std::string wrong = PathSegmentError(name); !wrong.empty()) {
    errors.push_back(Invalid("roleRef.name", name, wrong));
  }
  const Json& subjects = At(object, "subjects");
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    CheckSubject(subjects[i], namespaced, Index("subjects", i), errors);
  }
  if (old != nullptr && At(*old, "roleRef") != role) {
    errors.push_back(InvalidText(
        "roleRef", "{\"APIGroup\":" + Quoted(group) + ",\"Kind\":" + Quoted(kind) + ",\"Name\":" + Quoted(name) + "}",
        "cannot change roleRef"));
  }
}

void FillBinding(Json& object, const Json*) {
  if (TextAt(At(object, "roleRef"), "apiGroup").empty()) object["roleRef"]["apiGroup"] = kAccessGroup;
  if (!At(object, "subjects").is_array()) return;
  for (Json& subject : object["subjects"]) {
    const std::string kind = TextAt(subject, "kind");
    if ((kind == "User" || kind == "Group") && !subject.contains("apiGroup")) subject["apiGroup"] = kAccessGroup;
  }
}

void CheckPeers(const Json& rules, const char* peers, const std::string& path, FieldErrors& errors) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Json& ports = At(rules[i], "ports");
    for (std::size_t k = 0; k < ports.size(); ++k) {
      const std::string at = Index(Index(path, i) + ".ports", k);
      CheckOneOf(At(ports[k], "protocol"), {"TCP", "UDP", "SCTP"}, at + ".protocol", errors);
      if (ports[k].contains("port")) CheckPort(ports[k]["port"], at + ".port", errors);
    }
    const Json& list = At(rules[i], peers);
    for (std::size_t k = 0; k < list.size(); ++k) {
      const std::string at = Index(Index(path, i) + "." + peers, k);
      CheckLabelSelector(At(list[k], "podSelector"), at + ".podSelector", errors);
      CheckLabelSelector(At(list[k], "namespaceSelector"), at + ".namespaceSelector", errors);
      const Json& block = At(list[k], "ipBlock");
      if (block.is_object()) {
        const std::string cidr = TextAt(block, "cidr");
        if (cidr.empty()) {
          errors.push_back(Required(at + ".ipBlock.cidr"));
        } else if (cidr.find('/') == std::string::npos) {
          errors.push_back(
              Invalid(at + ".ipBlock.cidr", cidr, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"));
        }
      }
      if (list[k].empty()) errors.push_back(Required(at, "must specify a peer"));
      if (block.is_object() && list[k].size() > 1) {
        errors.push_back(Forbidden(at, "may not specify both ipBlock and another peer"));
      }
    }
  }
}

void CheckNetworkPolicy(const Json& object, const Json*, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  CheckLabelSelector(At(spec, "podSelector"), "spec.podSelector", errors);
  CheckPeers(At(spec, "ingress"), "from", "spec.ingress", errors);
  CheckPeers(At(spec, "egress"), "to", "spec.egress", errors);
  const Json& types = At(spec, "policyTypes");
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (types[i] == "Ingress" || types[i] == "Egress") continue;
    errors.push_back(NotSupported(Index("spec.policyTypes", i), Quoted(TextOf(types[i])), {"Ingress", "Egress"}));
  }
}

void FillNetworkPolicy(Json& object, const Json*) {
  Json& spec = object["spec"];
  if (!At(spec, "policyTypes").empty()) return;
  spec["policyTypes"] = Json::array({"Ingress"});
  if (!At(spec, "egress").empty()) spec["policyTypes"].push_back("Egress");
}

void CheckBackend(const Json& backend, const std::string& path, FieldErrors& errors) {
  const Json& service = At(backend, "service");
  if (!service.is_object()) {
    if (!backend.contains("resource")) errors.push_back(Invalid(path, "", "resource or service backend is required"));
    return;
  }
  if (backend.contains("resource")) {
    errors.push_back(Invalid(path, "", "cannot set both resource and service backends"));
    return;
  }
  if (const std::string name = TextAt(service, "name"); name.empty()) {
    errors.push_back(Required(path + ".service.name"));
  } else if (const std::string wrong = Label1035Error(name); !wrong.empty()) {
    errors.push_back(Invalid(path + ".service.name", name, wrong));
  }
  const Json& port = At(service, "port");
  if (port.contains("name") && port.contains("number")) {
    errors.push_back(Invalid(path, "", "cannot set both port name & port number"));
  } else if (port.contains("name")) {
    CheckPort(port["name"], path + ".service.port.name", errors);
  } else if (port.contains("number")) {
    CheckPortNumber(port["number"], path + ".service.port.number", errors);
  } else {
    errors.push_back(Required(path, "port name or number is required"));
  }
}

void CheckIngressPath(const Json& value, const std::string& at, FieldErrors& errors) {
  if (TextAt(value, "pathType").empty()) {
    errors.push_back(Required(at + ".pathType", "pathType must be specified"));
    return;
  }
  const std::string path = TextAt(value, "path"), type = TextAt(value, "pathType");
  if (type != "Exact" && type != "Prefix" && type != "ImplementationSpecific") {
    errors.push_back(NotSupported(at + ".pathType", Quoted(type), {"Exact", "ImplementationSpecific", "Prefix"}));
  } else if (!path.starts_with("/") && (type != "ImplementationSpecific" || !path.empty())) {
    errors.push_back(Invalid(at + ".path", path, "must be an absolute path"));
  }
  CheckBackend(At(value, "backend"), at + ".backend", errors);
}

void CheckIngress(const Json& object, const Json*, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  const Json& rules = At(spec, "rules");
  if (rules.empty() && !spec.contains("defaultBackend")) {
    errors.push_back(Invalid("spec", rules, "either `defaultBackend` or `rules` must be specified"));
  }
  if (spec.contains("defaultBackend")) CheckBackend(spec["defaultBackend"], "spec.defaultBackend", errors);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string host = TextAt(rules[i], "host");
    const std::string checked = host.starts_with("*.") ? host.substr(2) : host;
    if (const std::string wrong = host.empty() ? "" : Subdomain1123Error(checked); !wrong.empty()) {
      errors.push_back(Invalid(Index("spec.rules", i) + ".host", host, wrong));
    }
    const Json& paths = At(At(rules[i], "http"), "paths");
    if (rules[i].contains("http") && paths.empty()) errors.push_back(Required(Index("spec.rules", i) + ".http.paths"));
    for (std::size_t k = 0; k < paths.size(); ++k) {
      CheckIngressPath(paths[k], Index(Index("spec.rules", i) + ".http.paths", k), errors);
    }
  }
}

void CheckScaler(const Json& object, const Json*, FieldErrors& errors) {
  const Json& spec = At(object, "spec");
  const Json& least = At(spec, "minReplicas");
  const Json& most = At(spec, "maxReplicas");
  if (least.is_number() && least < 1) {
    errors.push_back(Invalid("spec.minReplicas", least, "must be greater than or equal to 1"));
  }
  if (most == 0) {
    errors.push_back(Required("spec.maxReplicas", "must be set and greater than 0"));
  } else if (most < 0) {
    errors.push_back(Invalid("spec.maxReplicas", most, "must be greater than or equal to 1"));
  }
  const std::string version = TextAt(At(spec, "scaleTargetRef"), "apiVersion");
  if (version.empty()) {
    errors.push_back(Invalid("spec.scaleTargetRef.apiVersion", version, "apiVersion must specify API group"));
  }
  if (least.is_number() && most < least) {
    errors.push_back(Invalid("spec.maxReplicas", most, "must be greater than or equal to `minReplicas`"));
  }
  for (const char* field : {"kind", "name"}) {
    const std::string path = std::string("spec.scaleTargetRef.") + field;
    const std::string text = TextAt(At(spec, "scaleTargetRef"), field);
    if (text.empty()) {
      errors.push_back(Required(path));
    } else if (const std::string wrong = PathSegmentError(text); !wrong.empty()) {
      errors.push_back(Invalid(path, text, wrong));
    }
  }
}

void CheckSlice(const Json& object, const Json* old, FieldErrors& errors) {
  const std::string type = TextAt(object, "addressType");
  if (type.empty()) {
    errors.push_back(Required("addressType"));
  } else if (type != "IPv4" && type != "IPv6" && type != "FQDN") {
    errors.push_back(NotSupported("addressType", Quoted(type), {"FQDN", "IPv4", "IPv6"}));
  }
  const Json& endpoints = At(object, "endpoints");
  for (std::size_t i = 0; i < endpoints.size(); ++i) {
    if (!At(endpoints[i], "addresses").empty()) continue;
    errors.push_back(Required(Index("endpoints", i) + ".addresses", "must contain at least 1 address"));
  }
  if (old != nullptr && At(*old, "addressType") != type) {
    errors.push_back(Invalid("addressType", type, "field is immutable"));
  }
}

}  // namespace

std::vector<ResourcePtr> PolicyKinds() {
  auto budget =
      BuiltinKind("policy", "poddisruptionbudgets", "PodDisruptionBudget", ReadTypes(kPolicyTypeText, CoreTypes()));
  budget->short_names = {"pdb"};
  budget->tracks_generation = true;
  budget->check = CheckBudget;

  const auto access = ReadTypes(kAccessTypeText, CoreTypes());
  std::vector<ResourcePtr> out = {budget};
  for (const bool namespaced : {true, false}) {
    const std::string prefix = namespaced ? "" : "Cluster", plural = namespaced ? "" : "cluster";
    auto role = BuiltinKind(kAccessGroup, plural + "roles", prefix + "Role", access);
    role->check = [namespaced](const Json& object, const Json*, FieldErrors& errors) {
      CheckRules(object, namespaced, errors);
    };
    auto binding = BuiltinKind(kAccessGroup, plural + "rolebindings", prefix + "RoleBinding", access);
    binding->fill = FillBinding;
    binding->check = [namespaced](const Json& object, const Json* old, FieldErrors& errors) {
      CheckBinding(object, old, namespaced, errors);
    };
    for (const auto& resource : {role, binding}) {
      resource->namespaced = namespaced;
      resource->create_on_update = true;
      resource->name_error = &PathSegmentError;
      out.push_back(resource);
    }
  }

  const auto network = ReadTypes(kNetworkTypeText, CoreTypes());
  auto policy = BuiltinKind("networking.k8s.io", "networkpolicies", "NetworkPolicy", network);
  policy->short_names = {"netpol"};
  policy->tracks_generation = true;
  policy->fill = FillNetworkPolicy;
  policy->check = CheckNetworkPolicy;
  auto ingress = BuiltinKind("networking.k8s.io", "ingresses", "Ingress", network);
  ingress->short_names = {"ing"};
  ingress->tracks_generation = true;
  ingress->check = CheckIngress;
  auto ingress_class = BuiltinKind("networking.k8s.io", "ingressclasses", "IngressClass", network);
  ingress_class->namespaced = false;
  ingress_class->tracks_generation = true;

  auto slice =
      BuiltinKind("discovery.k8s.io", "endpointslices", "EndpointSlice", ReadTypes(kSliceTypeText, CoreTypes()));
  slice->tracks_generation = true;
  slice->check = CheckSlice;

  auto scaler = BuiltinKind("autoscaling", "horizontalpodautoscalers", "HorizontalPodAutoscaler",
                            ReadTypes(kScalingTypeText, CoreTypes()));
  scaler->version = "v2";
  scaler->hash = StorageHash("autoscaling", "v2", "HorizontalPodAutoscaler");
  scaler->short_names = {"hpa"};
  scaler->categories = {"all"};
  scaler->check = CheckScaler;
  scaler->fill = [](Json& object, const Json*) {
    if (!At(object["spec"], "metrics").empty()) return;
    object["spec"]["metrics"] = Json::array(
        {{{"type", "Resource"},
          {"resource", {{"name", "cpu"}, {"target", {{"type", "Utilization"}, {"averageUtilization", 80}}}}}}});
  };
  out.insert(out.end(), {policy, ingress, ingress_class, slice, scaler});
  return out;
}

}  // namespace kube::apiserver
