// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Unaggregated lists, and the aggregated one that client-go and kubectl ask for first.
#include "samples/kube/apiserver/rest/discovery.h"

#include <algorithm>
#include <map>
#include <utility>

#include "samples/kube/apiserver/rest/negotiate.h"
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {
namespace {

constexpr const char* kAggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

Json Verbs(const Resource& resource) {
  if (resource.custom) return {"delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"};
  if (resource.kind == "Namespace") return {"create", "delete", "get", "list", "patch", "update", "watch"};
  return {"create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"};
}

const Json kSubresourceVerbs = {"get", "patch", "update"};

struct Subresource {
  std::string name;
  std::string group, version, kind;  // group and version: only where they are not those of the list
  Json verbs;
};

// In the order of names. What needs a kubelet is named as the real server names it, and answers 404.
std::vector<Subresource> Subresources(const Resource& resource) {
  std::vector<Subresource> out;
  if (resource.has_scale) out.push_back({"scale", "autoscaling", "v1", "Scale", kSubresourceVerbs});
  if (resource.has_status) out.push_back({"status", "", "", resource.kind, kSubresourceVerbs});
  if (resource.custom || !resource.group.empty()) return out;
  const Json proxy = {"create", "delete", "get", "patch", "update"}, connect = {"create", "get"},
             post = Json::array({"create"});
  if (resource.kind == "Namespace") out.push_back({"finalize", "", "", "Namespace", Json::array({"update"})});
  if (resource.kind == "Node" || resource.kind == "Service" || resource.kind == "Pod") {
    out.push_back({"proxy", "", "", resource.kind + "ProxyOptions", proxy});
  }
  if (resource.kind == "ServiceAccount") out.push_back({"token", "authentication.k8s.io", "v1", "TokenRequest", post});
  if (resource.kind == "Pod") {
    out.insert(out.end(), {{"attach", "", "", "PodAttachOptions", connect},
                           {"binding", "", "", "Binding", post},
                           {"ephemeralcontainers", "", "", "Pod", kSubresourceVerbs},
                           {"eviction", "policy", "v1", "Eviction", post},
                           {"exec", "", "", "PodExecOptions", connect},
                           {"log", "", "", "Pod", Json::array({"get"})},
                           {"portforward", "", "", "PodPortForwardOptions", connect},
                           {"resize", "", "", "Pod", kSubresourceVerbs}});
  }
  std::sort(out.begin(), out.end(), [](const auto& one, const auto& other) { return one.name < other.name; });
  return out;
}

// The real server's own groups in its order, then those of CRDs by name.
struct GroupOrder {
  static int Rank(const std::string& group) {
    static const std::vector<std::string> order = {"",
                                                   "apps",
                                                   "events.k8s.io",
                                                   "autoscaling",
                                                   "batch",
                                                   "networking.k8s.io",
                                                   "policy",
                                                   "rbac.authorization.k8s.io",
                                                   "apiextensions.k8s.io",
                                                   "coordination.k8s.io",
                                                   "discovery.k8s.io"};
    return static_cast<int>(std::find(order.begin(), order.end(), group) - order.begin());
  }
  bool operator()(const std::string& one, const std::string& other) const {
    return std::make_pair(Rank(one), one) < std::make_pair(Rank(other), other);
  }
};
using Groups = std::map<std::string, std::map<std::string, std::vector<ResourcePtr>>, GroupOrder>;  // group, version

Groups GroupsOf(const Registry& registry) {
  Groups groups;
  for (const ResourcePtr& resource : registry.All()) groups[resource->group][resource->version].push_back(resource);
  return groups;
}

Json ResourceList(const std::string& group_version, const std::vector<ResourcePtr>& resources, bool core) {
  Json list = Json::array();
  for (const ResourcePtr& resource : resources) {
    Json entry = {{"name", resource->plural},           {"singularName", resource->singular},
                  {"namespaced", resource->namespaced}, {"kind", resource->kind},
                  {"verbs", Verbs(*resource)},          {"storageVersionHash", resource->hash}};
    if (!resource->short_names.empty()) entry["shortNames"] = resource->short_names;
    if (!resource->categories.empty()) entry["categories"] = resource->categories;
    list.push_back(entry);
    for (const Subresource& below : Subresources(*resource)) {
      Json shown = {{"name", resource->plural + "/" + below.name},
                    {"singularName", ""},
                    {"namespaced", resource->namespaced},
                    {"kind", below.kind},
                    {"verbs", below.verbs}};
      if (!below.version.empty()) shown.update({{"group", below.group}, {"version", below.version}});
      list.push_back(std::move(shown));
    }
  }
  Json out = {{"kind", "APIResourceList"}, {"groupVersion", group_version}, {"resources", list}};
  if (!core) out["apiVersion"] = "v1";
  return out;
}

Json Group(const std::string& name, const std::map<std::string, std::vector<ResourcePtr>>& versions) {
  Json list = Json::array();
  for (const auto& [version, resources] : versions) {
    list.push_back({{"groupVersion", name + "/" + version}, {"version", version}});
  }
  return {{"name", name}, {"versions", list}, {"preferredVersion", list[0]}};
}

Json Aggregated(const Groups& groups, bool core) {
  Json items = Json::array();
  for (const auto& [group, versions] : groups) {
    if (group.empty() != core) continue;
    Json shown = Json::array();
    for (const auto& [version, resources] : versions) {
      Json list = Json::array();
      for (const ResourcePtr& resource : resources) {
        // Built-in kinds show empty group and version: they are those of the list.
        const Json kind = {{"group", resource->custom ? group : ""},
                           {"version", resource->custom ? version : ""},
                           {"kind", resource->kind}};
        Json entry = {{"resource", resource->plural},
                      {"responseKind", kind},
                      {"scope", resource->namespaced ? "Namespaced" : "Cluster"},
                      {"singularResource", resource->singular},
                      {"verbs", Verbs(*resource)}};
        if (!resource->short_names.empty()) entry["shortNames"] = resource->short_names;
        if (!resource->categories.empty()) entry["categories"] = resource->categories;
        Json below = Json::array();
        for (const Subresource& each : Subresources(*resource)) {
          Json shown_kind = kind;
          shown_kind["kind"] = each.kind;
          if (!each.version.empty()) shown_kind.update({{"group", each.group}, {"version", each.version}});
          below.push_back({{"subresource", each.name}, {"responseKind", shown_kind}, {"verbs", each.verbs}});
        }
        // The real server shows those of a CRD in the order of its own code.
        if (resource->custom) std::reverse(below.begin(), below.end());
        if (!below.empty()) entry["subresources"] = below;
        list.push_back(entry);
      }
      shown.push_back({{"version", version}, {"resources", list}, {"freshness", "Current"}});
    }
    Json meta = Json::object();
    if (!group.empty()) meta["name"] = group;
    items.push_back({{"metadata", meta}, {"versions", shown}});
  }
  return {{"kind", "APIGroupDiscoveryList"},
          {"apiVersion", "apidiscovery.k8s.io/v2"},
          {"metadata", Json::object()},
          {"items", items}};
}

Json Version() {
  return {{"major", "1"},
          {"minor", "36"},
          {"emulationMajor", "1"},
          {"emulationMinor", "36"},
          {"minCompatibilityMajor", "1"},
          {"minCompatibilityMinor", "35"},
          {"gitVersion", "v1.36.3"},
          {"gitCommit", "embedded"},
          {"gitTreeState", "clean"},
          {"buildDate", "1970-01-01T00:00:00Z"},
          {"goVersion", "none"},
          {"compiler", "c++"},
          {"platform", "linux/amd64"}};
}

Answer Document(const Json& document, const char* type = "application/json") {
  Answer answer;
  answer.content_type = type;
  answer.body = document.dump() + "\n";
  return answer;
}

}  // namespace

std::optional<Answer> Discover(const Registry& registry, const Request& request) {
  std::string path = request.path;
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  const bool reads = request.method == "GET" || request.method == "HEAD";
  const auto checked = [&](Answer answer) {
    if (!reads) throw MethodNotAllowed();
    return answer;
  };
  const std::string first = path.substr(0, path.find('/', 1));
  if (first == "/healthz" || first == "/readyz" || first == "/livez") {
    Answer answer;
    answer.content_type = "text/plain; charset=utf-8";
    answer.body = "ok";
    return answer;
  }
  if (path == "/version") {
    if (reads && !MatchesRoute(request.accept, {"application/json"})) throw RouteNotAcceptable("application/json");
    return checked(Document(Version()));
  }
  const Groups groups = GroupsOf(registry);
  const bool aggregated = request.accept.find("g=apidiscovery.k8s.io") != std::string::npos &&
                          request.accept.find("v=v2;") != std::string::npos;
  if ((path == "/api" || path == "/apis") && request.accept.find("v=v2beta1") != std::string::npos &&
      request.accept.find(',') == std::string::npos) {
    throw StatusError(406, "NotAcceptable",
                      "only the following media types are accepted: application/json, application/yaml, "
                      "application/vnd.kubernetes.protobuf");
  }
  if (path == "/") {
    Json paths = {"/api", "/api/v1", "/apis", "/apis/", "/healthz", "/livez", "/readyz", "/version"};
    for (const auto& [group, versions] : groups) {
      if (group.empty()) continue;
      paths.push_back("/apis/" + group);
      for (const auto& [version, resources] : versions) paths.push_back("/apis/" + group + "/" + version);
    }
    return Document({{"paths", paths}});
  }
  if (path == "/api" || path == "/apis") {
    const bool core = path == "/api";
    if (aggregated)
      return core ? checked(Document(Aggregated(groups, core), kAggregated))
                  : Document(Aggregated(groups, core), kAggregated);
    if (!core && !Negotiate(request.accept, false)) throw OnlyTheseTypes();
    if (core) {
      return checked(Document({{"kind", "APIVersions"},
                               {"versions", {"v1"}},
                               {"serverAddressByClientCIDRs",
                                Json::array({{{"clientCIDR", "0.0.0.0/0"}, {"serverAddress", "127.0.0.1"}}})}}));
    }
    Json list = Json::array();
    for (const auto& [group, versions] : groups) {
      if (!group.empty()) list.push_back(Group(group, versions));
    }
    return Document({{"kind", "APIGroupList"}, {"apiVersion", "v1"}, {"groups", list}});
  }
  if (path == "/api/v1") return checked(Document(ResourceList("v1", groups.at("").at("v1"), true)));
  if (!path.starts_with("/apis/")) return std::nullopt;
  const std::string rest = path.substr(6);
  const std::size_t slash = rest.find('/');
  const auto group = groups.find(rest.substr(0, slash));
  if (group == groups.end()) return std::nullopt;
  if (slash == std::string::npos) {
    Json out = Group(group->first, group->second);
    out.update({{"kind", "APIGroup"}, {"apiVersion", "v1"}});
    if (!Negotiate(request.accept, false)) throw OnlyTheseTypes();
    return Document(out);
  }
  const auto version = group->second.find(rest.substr(slash + 1));
  if (version == group->second.end()) return std::nullopt;
  const bool custom = version->second.front()->custom;
  if (!custom && !reads) throw MethodNotAllowed();
  if (custom && !Negotiate(request.accept, false)) throw OnlyTheseTypes();
  return Document(ResourceList(rest, version->second, false));
}

}  // namespace kube::apiserver
