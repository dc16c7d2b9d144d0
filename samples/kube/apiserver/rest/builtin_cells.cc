// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One printer a kind; each gives what the real one gives for objects that no controller has touched.
#include <algorithm>
#include <cctype>
#include <functional>
#include <set>

#include "samples/kube/apiserver/query/selector.h"
#include "samples/kube/apiserver/rest/builtin_columns.h"
#include "samples/kube/apiserver/wire/clock.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kNone = "<none>";

Json Count(const Json& object, const char* field) {
  const Json& value = At(object, field);
  return value.is_number() ? value : Json(0);
}
std::string Number(const Json& object, const char* field) { return Count(object, field).dump(); }
std::string Or(const std::string& text, const char* other) { return text.empty() ? other : text; }
std::string Shown(const Json& value) { return value.is_string() ? TextOf(value) : value.dump(); }

std::string LabelsText(const Json& labels) {
  std::vector<std::string> parts;
  for (const auto& [key, value] : labels.items()) parts.push_back(key + "=" + TextOf(value));
  return Join(parts, ",");
}

std::string ContainerTexts(const Json& pod, const char* field) {
  std::vector<std::string> parts;
  for (const Json& container : At(pod, "containers")) parts.push_back(TextAt(container, field));
  return Join(parts, ",");
}
Json PodOf(const Json& object) { return At(At(At(object, "spec"), "template"), "spec"); }

bool HasCondition(const Json& object, const char* type) {
  const Json& conditions = At(At(object, "status"), "conditions");
  return std::any_of(conditions.begin(), conditions.end(), [&](const Json& condition) {
    return TextAt(condition, "type") == type && TextAt(condition, "status") == "True";
  });
}

std::string AgeOf(const Json& object) { return Age(TextAt(At(object, "metadata"), "creationTimestamp")); }

Json PodCells(const Json& pod) {
  const Json& spec = At(pod, "spec");
  const Json& status = At(pod, "status");
  std::size_t ready = 0;
  long restarts = 0;
  std::string reason = Or(TextAt(status, "reason"), TextAt(status, "phase").c_str());
  for (const Json& container : At(status, "containerStatuses")) {
    restarts += Count(container, "restartCount").get<long>();
    const Json& state = At(container, "state");
    if (!TextAt(At(state, "waiting"), "reason").empty()) {
      reason = TextAt(At(state, "waiting"), "reason");
    } else if (At(state, "terminated").is_object()) {
      reason =
          Or(TextAt(state["terminated"], "reason"), ("ExitCode:" + Number(state["terminated"], "exitCode")).c_str());
    } else if (At(container, "ready") == true && At(state, "running").is_object()) {
      ++ready;
    }
  }
  const std::string phase = TextAt(status, "phase");
  if (At(pod, "metadata").contains("deletionTimestamp") && phase != "Succeeded" && phase != "Failed") {
    reason = "Terminating";
  }
  const Json& ips = At(status, "podIPs");
  const Json& gates = At(spec, "readinessGates");
  std::size_t open = 0;
  for (const Json& gate : gates) open += HasCondition(pod, TextAt(gate, "conditionType").c_str()) ? 1 : 0;
  return {std::to_string(ready) + "/" + std::to_string(At(spec, "containers").size()),
          reason,
          std::to_string(restarts),
          AgeOf(pod),
          ips.empty() ? kNone : Or(TextAt(ips[0], "ip"), kNone),
          Or(TextAt(spec, "nodeName"), kNone),
          Or(TextAt(status, "nominatedNodeName"), kNone),
          gates.empty() ? kNone : std::to_string(open) + "/" + std::to_string(gates.size())};
}

std::string BalancerText(const Json& object) {
  std::set<std::string> addresses;
  for (const Json& ingress : At(At(At(object, "status"), "loadBalancer"), "ingress")) {
    addresses.insert(Or(TextAt(ingress, "ip"), TextAt(ingress, "hostname").c_str()));
  }
  return Join({addresses.begin(), addresses.end()}, ",");
}

std::string ExternalAddress(const Json& service) {
  const Json& spec = At(service, "spec");
  const std::string type = TextAt(spec, "type");
  if (type == "ExternalName") return TextAt(spec, "externalName");
  std::vector<std::string> parts;
  if (type == "LoadBalancer" && !BalancerText(service).empty()) parts.push_back(BalancerText(service));
  for (const Json& address : At(spec, "externalIPs")) parts.push_back(TextOf(address));
  if (parts.empty()) return type == "LoadBalancer" ? "<pending>" : kNone;
  return Join(parts, ",");
}

Json ServiceCells(const Json& service) {
  const Json& spec = At(service, "spec");
  std::vector<std::string> ports;
  for (const Json& port : At(spec, "ports")) {
    const std::string node = port.contains("nodePort") ? ":" + Number(port, "nodePort") : "";
    ports.push_back(Number(port, "port") + node + "/" + TextAt(port, "protocol"));
  }
  const Json& addresses = At(spec, "clusterIPs");
  return {TextAt(spec, "type"),     addresses.empty() ? kNone : TextOf(addresses[0]),
          ExternalAddress(service), Or(Join(ports, ","), kNone),
          AgeOf(service),           Or(LabelsText(At(spec, "selector")), kNone)};
}

Json JobCells(const Json& job) {
  const Json& spec = At(job, "spec");
  const Json& status = At(job, "status");
  std::string completions = Number(status, "succeeded") + "/";
  if (spec.contains("completions")) {
    completions += Number(spec, "completions");
  } else {
    completions += Count(spec, "parallelism") > 1 ? "1 of " + Number(spec, "parallelism") : "1";
  }
  std::string state = "Running";
  for (const auto& [condition, name] :
       std::vector<std::pair<const char*, const char*>>{{"SuccessCriteriaMet", "SuccessCriteriaMet"},
                                                        {"FailureTarget", "FailureTarget"},
                                                        {"Suspended", "Suspended"}}) {
    if (HasCondition(job, condition)) state = name;
  }
  if (At(job, "metadata").contains("deletionTimestamp")) state = "Terminating";
  if (HasCondition(job, "Failed")) state = "Failed";
  if (HasCondition(job, "Complete")) state = "Complete";
  const auto start = ParseTime(TextAt(status, "startTime"));
  const auto end = ParseTime(TextAt(status, "completionTime"));
  return {state,
          completions,
          start ? DurationText(static_cast<long>(end.value_or(Now()) - *start)) : "",
          AgeOf(job),
          ContainerTexts(PodOf(job), "name"),
          ContainerTexts(PodOf(job), "image"),
          SelectorText(At(spec, "selector"), kNone)};
}

Json CronCells(const Json& cron) {
  const Json& spec = At(cron, "spec");
  const Json pod = PodOf(At(spec, "jobTemplate"));
  const std::string last = TextAt(At(cron, "status"), "lastScheduleTime");
  return {TextAt(spec, "schedule"),
          Or(TextAt(spec, "timeZone"), kNone),
          At(spec, "suspend") == true ? "True" : "False",
          At(At(cron, "status"), "active").size(),
          last.empty() ? kNone : Age(last),
          AgeOf(cron),
          ContainerTexts(pod, "name"),
          ContainerTexts(pod, "image"),
          SelectorText(At(At(At(spec, "jobTemplate"), "spec"), "selector"), kNone)};
}

// Without the name, which comes last in this one.
Json EventCells(const Json& event) {
  const Json& about = At(event, event.contains("regarding") ? "regarding" : "involvedObject");
  const bool fresh = event.contains("regarding");
  std::string kind = TextAt(about, "kind");
  std::transform(kind.begin(), kind.end(), kind.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  std::string first = TextAt(event, fresh ? "deprecatedFirstTimestamp" : "firstTimestamp");
  if (first.empty()) first = TextAt(event, "eventTime");
  std::string last = TextAt(event, fresh ? "deprecatedLastTimestamp" : "lastTimestamp");
  if (last.empty()) last = first;
  Json count = Count(event, fresh ? "deprecatedCount" : "count");
  if (At(event, "series").is_object()) {
    last = TextAt(event["series"], "lastObservedTime");
    count = Count(event["series"], "count");
  } else if (count == 0) {
    count = 1;
  }
  const Json& source = At(event, fresh ? "deprecatedSource" : "source");
  const std::string component =
      Or(TextAt(source, "component"), TextAt(event, fresh ? "reportingController" : "reportingComponent").c_str());
  const std::string host = Or(TextAt(source, "host"), TextAt(event, "reportingInstance").c_str());
  const std::string name = TextAt(about, "name");
  return {Age(last),
          TextAt(event, "type"),
          TextAt(event, "reason"),
          name.empty() ? kind : kind + "/" + name,
          TextAt(about, "fieldPath"),
          host.empty() ? component : component + ", " + host,
          TextAt(event, fresh ? "note" : "message"),
          Age(first),
          count,
          TextAt(At(event, "metadata"), "name")};
}

Json BindingCells(const Json& binding) {
  std::map<std::string, std::vector<std::string>> subjects;
  for (const Json& subject : At(binding, "subjects")) {
    const std::string kind = TextAt(subject, "kind");
    const std::string prefix = kind == "ServiceAccount" ? TextAt(subject, "namespace") + "/" : "";
    subjects[kind].push_back(prefix + TextAt(subject, "name"));
  }
  const Json& role = At(binding, "roleRef");
  return {TextAt(role, "kind") + "/" + TextAt(role, "name"), AgeOf(binding), Join(subjects["User"], ", "),
          Join(subjects["Group"], ", "), Join(subjects["ServiceAccount"], ", ")};
}

Json IngressCells(const Json& ingress) {
  const Json& spec = At(ingress, "spec");
  std::vector<std::string> hosts;
  bool more = false;
  for (const Json& rule : At(spec, "rules")) {
    more = more || hosts.size() == 3;
    if (!more && !TextAt(rule, "host").empty()) hosts.push_back(TextAt(rule, "host"));
  }
  std::string text = hosts.empty() ? "*" : Join(hosts, ",");
  if (more) text += " + " + std::to_string(At(spec, "rules").size() - 3) + " more...";
  return {Or(TextAt(spec, "ingressClassName"), kNone), text, BalancerText(ingress),
          At(spec, "tls").empty() ? "80" : "80, 443", AgeOf(ingress)};
}

std::string WithMore(std::vector<std::string> parts) {
  const std::size_t size = parts.size();
  if (size > 3) parts.resize(3);
  const std::string text = parts.empty() ? "<unset>" : Join(parts, ",");
  return size > 3 ? text + " + " + std::to_string(size - 3) + " more..." : text;
}

Json SliceCells(const Json& slice) {
  std::vector<std::string> ports, addresses;
  for (const Json& port : At(slice, "ports")) {
    ports.push_back(port.contains("port") ? Number(port, "port") : Or(TextAt(port, "name"), "*"));
  }
  for (const Json& endpoint : At(slice, "endpoints")) {
    for (const Json& address : At(endpoint, "addresses")) addresses.push_back(TextOf(address));
  }
  return {TextAt(slice, "addressType"), WithMore(ports), WithMore(addresses), AgeOf(slice)};
}

std::string EndpointsText(const Json& endpoints) {
  std::vector<std::string> parts;
  for (const Json& subset : At(endpoints, "subsets")) {
    for (const Json& address : At(subset, "addresses")) {
      if (At(subset, "ports").empty()) parts.push_back(TextAt(address, "ip"));
      for (const Json& port : At(subset, "ports")) parts.push_back(TextAt(address, "ip") + ":" + Number(port, "port"));
    }
  }
  return parts.empty() ? kNone : WithMore(parts);
}

Json ClaimCells(const Json& claim) {
  const Json& spec = At(claim, "spec");
  const Json& status = At(claim, "status");
  const bool bound = !TextAt(spec, "volumeName").empty();
  std::vector<std::string> modes;
  for (const auto& [mode, text] : std::vector<std::pair<const char*, const char*>>{
           {"ReadWriteOnce", "RWO"}, {"ReadOnlyMany", "ROX"}, {"ReadWriteMany", "RWX"}, {"ReadWriteOncePod", "RWOP"}}) {
    const Json& all = At(status, "accessModes");
    if (bound && std::find(all.begin(), all.end(), mode) != all.end()) modes.push_back(text);
  }
  return {At(claim, "metadata").contains("deletionTimestamp") ? "Terminating" : TextAt(status, "phase"),
          TextAt(spec, "volumeName"),
          bound ? Or(TextAt(At(status, "capacity"), "storage"), "0") : "",
          Join(modes, ","),
          TextAt(spec, "storageClassName"),
          Or(TextAt(spec, "volumeAttributesClassName"), "<unset>"),
          AgeOf(claim),
          Or(TextAt(spec, "volumeMode"), "<unset>")};
}

Json ScalerCells(const Json& scaler) {
  const Json& spec = At(scaler, "spec");
  std::vector<std::string> targets;
  for (const Json& metric : At(spec, "metrics")) {
    const Json& target = At(At(metric, "resource"), "target");
    if (TextAt(metric, "type") != "Resource") {
      targets.push_back("<unknown>");
    } else if (target.contains("averageUtilization")) {
      targets.push_back(TextAt(metric["resource"], "name") + ": <unknown>/" + Number(target, "averageUtilization") +
                        "%");
    } else {
      targets.push_back(TextAt(metric["resource"], "name") + ": <unknown>/" + TextAt(target, "averageValue"));
    }
  }
  const std::size_t size = targets.size();
  if (size > 2) targets.resize(2);
  std::string text = size == 0 ? kNone : Join(targets, ", ");
  if (size > 2) text += " + " + std::to_string(size - 2) + " more...";
  const Json& target = At(spec, "scaleTargetRef");
  return {TextAt(target, "kind") + "/" + TextAt(target, "name"),
          text,
          spec.contains("minReplicas") ? Number(spec, "minReplicas") : "<unset>",
          Count(spec, "maxReplicas"),
          Count(At(scaler, "status"), "currentReplicas"),
          AgeOf(scaler)};
}

Json SetCells(const Json& set) {  // of a ReplicaSet
  const Json& status = At(set, "status");
  return {Count(At(set, "spec"), "replicas"),
          Count(status, "replicas"),
          Count(status, "readyReplicas"),
          AgeOf(set),
          ContainerTexts(PodOf(set), "name"),
          ContainerTexts(PodOf(set), "image"),
          SelectorText(At(At(set, "spec"), "selector"), kNone)};
}

Json DaemonCells(const Json& set) {
  const Json& status = At(set, "status");
  return {Count(status, "desiredNumberScheduled"),
          Count(status, "currentNumberScheduled"),
          Count(status, "numberReady"),
          Count(status, "updatedNumberScheduled"),
          Count(status, "numberAvailable"),
          Or(LabelsText(At(PodOf(set), "nodeSelector")), kNone),
          AgeOf(set),
          ContainerTexts(PodOf(set), "name"),
          ContainerTexts(PodOf(set), "image"),
          SelectorText(At(At(set, "spec"), "selector"), kNone)};
}

Json DeploymentCells(const Json& deployment) {
  const Json& status = At(deployment, "status");
  return {Number(status, "readyReplicas") + "/" + Number(At(deployment, "spec"), "replicas"),
          Count(status, "updatedReplicas"),
          Count(status, "availableReplicas"),
          AgeOf(deployment),
          ContainerTexts(PodOf(deployment), "name"),
          ContainerTexts(PodOf(deployment), "image"),
          SelectorText(At(At(deployment, "spec"), "selector"), "")};
}

Json StatefulCells(const Json& set) {
  return {Number(At(set, "status"), "readyReplicas") + "/" + Number(At(set, "spec"), "replicas"), AgeOf(set),
          ContainerTexts(PodOf(set), "name"), ContainerTexts(PodOf(set), "image")};
}

Json BudgetCells(const Json& budget) {
  const Json& spec = At(budget, "spec");
  const auto shown = [&](const char* field) { return spec.contains(field) ? Shown(spec[field]) : "N/A"; };
  return {shown("minAvailable"), shown("maxUnavailable"), Count(At(budget, "status"), "disruptionsAllowed"),
          AgeOf(budget)};
}

Json RevisionCells(const Json& revision) {
  std::string controller = kNone;
  for (const Json& owner : At(At(revision, "metadata"), "ownerReferences")) {
    if (At(owner, "controller") != true) continue;
    const std::string version = TextAt(owner, "apiVersion");
    const auto slash = version.find('/');
    controller = TextAt(owner, "kind") + (slash == std::string::npos ? "" : "." + version.substr(0, slash)) + "/" +
                 TextAt(owner, "name");
    controller[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(controller[0])));
  }
  return {controller, Count(revision, "revision"), AgeOf(revision)};
}

using Printer = std::function<Json(const Json&)>;

const std::map<std::string, Printer>& Printers() {
  static const std::map<std::string, Printer> printers = {
      {"Pod", PodCells},
      {"Service", ServiceCells},
      {"Job", JobCells},
      {"CronJob", CronCells},
      {"RoleBinding", BindingCells},
      {"ClusterRoleBinding", BindingCells},
      {"Ingress", IngressCells},
      {"EndpointSlice", SliceCells},
      {"Endpoints", [](const Json& o) { return Json{EndpointsText(o), AgeOf(o)}; }},
      {"PersistentVolumeClaim", ClaimCells},
      {"HorizontalPodAutoscaler", ScalerCells},
      {"ReplicaSet", SetCells},
      {"DaemonSet", DaemonCells},
      {"Deployment", DeploymentCells},
      {"StatefulSet", StatefulCells},
      {"PodDisruptionBudget", BudgetCells},
      {"ControllerRevision", RevisionCells},
      {"ConfigMap", [](const Json& o) { return Json{At(o, "data").size() + At(o, "binaryData").size(), AgeOf(o)}; }},
      {"Secret", [](const Json& o) { return Json{TextAt(o, "type"), At(o, "data").size(), AgeOf(o)}; }},
      {"Scale",
       [](const Json& o) {
         return Json{Count(At(o, "spec"), "replicas"), Count(At(o, "status"), "replicas"), AgeOf(o)};
       }},
      {"ServiceAccount", [](const Json& o) { return Json::array({AgeOf(o)}); }},
      {"Namespace", [](const Json& o) { return Json{TextAt(At(o, "status"), "phase"), AgeOf(o)}; }},
      {"Lease", [](const Json& o) { return Json{TextAt(At(o, "spec"), "holderIdentity"), AgeOf(o)}; }},
      {"NetworkPolicy",
       [](const Json& o) { return Json{SelectorText(At(At(o, "spec"), "podSelector"), kNone), AgeOf(o)}; }},
      {"IngressClass",
       [](const Json& o) {
         const Json& reference = At(At(o, "spec"), "parameters");
         const std::string group = TextAt(reference, "apiGroup");
         return Json{TextAt(At(o, "spec"), "controller"),
                     reference.is_object() ? TextAt(reference, "kind") + (group.empty() ? "" : "." + group) + "/" +
                                                 TextAt(reference, "name")
                                           : kNone,
                     AgeOf(o)};
       }},
  };
  return printers;
}

}  // namespace

std::string Age(const std::string& since) {
  const auto time = ParseTime(since);
  return time ? DurationText(static_cast<long>(Now() - *time)) : "<unknown>";
}

Json BuiltinCells(const std::string& kind, const Json& object) {
  if (kind == "Event") return EventCells(object);
  Json cells = Json::array({TextAt(At(object, "metadata"), "name")});
  const auto printer = Printers().find(kind);
  if (printer == Printers().end()) {
    cells.push_back(TextAt(At(object, "metadata"), "creationTimestamp"));
    return cells;
  }
  for (Json& cell : printer->second(object)) cells.push_back(std::move(cell));
  return cells;
}

}  // namespace kube::apiserver
