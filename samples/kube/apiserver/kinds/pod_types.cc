// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// core/validation's ValidatePodSpec as far as operators meet it.
#include "samples/kube/apiserver/kinds/pod_types.h"

#include <algorithm>
#include <set>
#include <vector>

#include "samples/kube/apiserver/kinds/field_checks.h"
#include "samples/kube/apiserver/kinds/object_meta.h"
#include "samples/kube/apiserver/kinds/type_texts.h"
#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/schema/type_text.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/quantity.h"

namespace kube::apiserver {
namespace {

std::string Index(const std::string& path, std::size_t i) { return path + "[" + std::to_string(i) + "]"; }

void CheckPorts(const Json& ports, const std::string& path, FieldErrors& errors) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < ports.size(); ++i) {
    const std::string at = Index(path, i);
    const std::string name = TextAt(ports[i], "name");
    if (!name.empty()) {
      const std::vector<std::string> wrong = PortNameErrors(name);
      for (const std::string& each : wrong) errors.push_back(Invalid(at + ".name", name, each));
      if (wrong.empty() && !names.insert(name).second) errors.push_back(Duplicate(at + ".name", name));
    }
    if (At(ports[i], "containerPort") == 0) {
      errors.push_back(Required(at + ".containerPort"));
    } else {
      CheckPortNumber(At(ports[i], "containerPort"), at + ".containerPort", errors);
    }
    if (ports[i].contains("hostPort")) CheckPortNumber(ports[i]["hostPort"], at + ".hostPort", errors);
    CheckOneOf(At(ports[i], "protocol"), {"SCTP", "TCP", "UDP"}, at + ".protocol", errors);
  }
}

void CheckFieldPath(const Json& selector, const std::string& path, FieldErrors& errors) {
  const std::string field = TextAt(selector, "fieldPath");
  if (field.empty()) {
    errors.push_back(Required(path + ".fieldPath"));
    return;
  }
  static const std::set<std::string> known = {"metadata.name",           "metadata.namespace", "metadata.uid",
                                              "spec.nodeName",           "status.hostIP",      "status.hostIPs",
                                              "spec.serviceAccountName", "status.podIP",       "status.podIPs"};
  if (known.contains(field) || field.starts_with("metadata.labels['") || field.starts_with("metadata.annotations['")) {
    return;
  }
  if (field == "metadata.labels" || field == "metadata.annotations") {
    errors.push_back(NotSupported(path + ".fieldPath", Quoted(field), {known.begin(), known.end()}));
    return;
  }
  errors.push_back(
      Invalid(path + ".fieldPath", field, "error converting fieldPath: field label not supported: " + field));
}

void CheckKeyRef(const Json& reference, const std::string& path, FieldErrors& errors) {
  if (TextAt(reference, "name").empty()) errors.push_back(Required(path + ".name"));
  const std::string key = TextAt(reference, "key");
  if (key.empty()) {
    errors.push_back(Required(path + ".key"));
  } else if (const std::string wrong = ConfigKeyError(key); !wrong.empty()) {
    errors.push_back(Invalid(path + ".key", key, wrong));
  }
}

void CheckEnv(const Json& variables, const std::string& path, FieldErrors& errors) {
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const Json& variable = variables[i];
    const std::string at = Index(path, i);
    const std::string name = TextAt(variable, "name");
    if (name.empty()) {
      errors.push_back(Required(at + ".name"));
    } else if (std::any_of(name.begin(), name.end(), [](char c) { return c < ' ' || c > '~' || c == '='; })) {
      errors.push_back(Invalid(at + ".name", name,
                               "a valid environment variable name must consist only of printable ASCII characters "
                               "other than '='"));
    }
    const Json& from = At(variable, "valueFrom");
    if (!from.is_object()) continue;
    const std::string below = at + ".valueFrom";
    if (from.contains("fieldRef")) CheckFieldPath(from["fieldRef"], below + ".fieldRef", errors);
    for (const char* reference : {"configMapKeyRef", "secretKeyRef"}) {
      if (from.contains(reference)) CheckKeyRef(from[reference], below + "." + reference, errors);
    }
    if (from.empty()) {
      errors.push_back(Invalid(below, "",
                               "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, "
                               "`secretKeyRef` or `fileKeyRef`"));
    } else if (!TextAt(variable, "value").empty()) {
      errors.push_back(Invalid(below, "", "may not be specified when `value` is not empty"));
    } else if (from.size() > 1) {
      errors.push_back(Invalid(below, "", "may not have more than one field specified at a time"));
    }
  }
}

void CheckHandler(const Json& handler, const std::string& path, FieldErrors& errors) {
  bool any = false;
  for (const char* kind : {"exec", "httpGet", "tcpSocket", "grpc", "sleep"}) {
    const Json& action = At(handler, kind);
    if (!action.is_object()) continue;
    const std::string at = path + "." + kind;
    if (any) {
      errors.push_back(Forbidden(at, "may not specify more than 1 handler type"));
      continue;
    }
    any = true;
    if (kind == std::string("exec")) {
      if (At(action, "command").empty()) errors.push_back(Required(at + ".command"));
    } else if (kind != std::string("sleep")) {
      CheckPort(At(action, "port"), at + ".port", errors);
      if (action.contains("scheme")) CheckOneOf(action["scheme"], {"HTTP", "HTTPS"}, at + ".scheme", errors);
    }
  }
  if (!any) errors.push_back(Required(path, "must specify a handler type"));
}

void CheckProbe(const Json& probe, const std::string& path, bool once, FieldErrors& errors) {
  if (!probe.is_object()) return;
  CheckHandler(probe, path, errors);
  CheckNonNegative(probe,
                   {"initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"},
                   path, errors);
  if (once && At(probe, "successThreshold") != 1) {
    errors.push_back(Invalid(path + ".successThreshold", At(probe, "successThreshold"), "must be 1"));
  }
}

void CheckResources(const Json& resources, const std::string& path, FieldErrors& errors) {
  const Json& limits = At(resources, "limits");
  for (const char* list : {"limits", "requests"}) {
    for (const auto& [name, value] : At(resources, list).items()) {
      const auto quantity = Quantity::Parse(TextOf(value));
      const std::string at = path + "." + list + "[" + name + "]";
      if (quantity && quantity->negative()) {
        errors.push_back(Invalid(at, value, "must be greater than or equal to 0"));
      }
      if (name.find('/') == std::string::npos && name != "cpu" && name != "memory" && name != "ephemeral-storage" &&
          !name.starts_with("hugepages-")) {
        errors.push_back(Invalid(at, name, "must be a standard resource for containers"));
      }
      if (list != std::string("requests") || At(limits, name).is_null()) continue;
      const auto limit = Quantity::Parse(TextOf(limits[name]));
      if (quantity && limit && *limit < *quantity) {
        errors.push_back(Invalid(path + ".requests", value,
                                 "must be less than or equal to " + name + " limit of " + TextOf(limits[name])));
      }
    }
  }
}

void CheckMounts(const Json& mounts, const std::set<std::string>& volumes, const std::string& path,
                 FieldErrors& errors) {
  std::set<std::string> paths;
  for (std::size_t i = 0; i < mounts.size(); ++i) {
    const std::string at = Index(path, i);
    const std::string name = TextAt(mounts[i], "name"), where = TextAt(mounts[i], "mountPath");
    if (name.empty()) errors.push_back(Required(at + ".name"));
    if (!volumes.contains(name)) errors.push_back(NotFoundField(at + ".name", name));
    if (where.empty()) errors.push_back(Required(at + ".mountPath"));
    if (!paths.insert(where).second) errors.push_back(Invalid(at + ".mountPath", where, "must be unique"));
  }
}

void CheckContainers(const Json& containers, const std::set<std::string>& volumes, bool init, const std::string& path,
                     FieldErrors& errors) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < containers.size(); ++i) {
    const Json& container = containers[i];
    const std::string at = Index(path, i);
    const std::string name = TextAt(container, "name");
    if (name.empty()) {
      errors.push_back(Required(at + ".name"));
    } else if (const std::string wrong = Label1123Error(name); !wrong.empty()) {
      errors.push_back(Invalid(at + ".name", name, wrong));
    }
    const std::string image = TextAt(container, "image");
    if (image.empty()) errors.push_back(Required(at + ".image"));
    CheckOneOf(At(container, "terminationMessagePolicy"), {"File", "FallbackToLogsOnError"},
               at + ".terminationMessagePolicy", errors);
    CheckPorts(At(container, "ports"), at + ".ports", errors);
    CheckEnv(At(container, "env"), at + ".env", errors);
    CheckMounts(At(container, "volumeMounts"), volumes, at + ".volumeMounts", errors);
    CheckOneOf(At(container, "imagePullPolicy"), {"Always", "IfNotPresent", "Never"}, at + ".imagePullPolicy", errors);
    CheckResources(At(container, "resources"), at + ".resources", errors);
    if (!names.insert(name).second) errors.push_back(Duplicate(at + ".name", name));
    if (init && TextAt(container, "restartPolicy") != "Always") continue;
    for (const char* hook : {"postStart", "preStop"}) {
      const Json& action = At(At(container, "lifecycle"), hook);
      if (action.is_object()) CheckHandler(action, at + ".lifecycle." + hook, errors);
    }
    CheckProbe(At(container, "livenessProbe"), at + ".livenessProbe", true, errors);
    CheckProbe(At(container, "readinessProbe"), at + ".readinessProbe", false, errors);
    CheckProbe(At(container, "startupProbe"), at + ".startupProbe", true, errors);
  }
}

// The names that mounts may use: of the volumes that are right.
std::set<std::string> CheckVolumes(const Json& volumes, const Json& claims, const std::string& path,
                                   FieldErrors& errors) {
  std::set<std::string> names;
  for (const Json& claim : claims) names.insert(TextAt(At(claim, "metadata"), "name"));
  for (std::size_t i = 0; i < volumes.size(); ++i) {
    const std::string at = Index(path, i);
    const std::string name = TextAt(volumes[i], "name");
    const std::size_t before = errors.size();
    bool any = false;
    for (const auto& [source, value] : volumes[i].items()) {
      if (source == "name") continue;
      if (any) errors.push_back(Forbidden(at + "." + source, "may not specify more than 1 volume type"));
      any = true;
      if (source == "hostPath" && TextAt(value, "path").empty()) errors.push_back(Required(at + ".hostPath.path"));
      if (source == "secret" && TextAt(value, "secretName").empty()) {
        errors.push_back(Required(at + ".secret.secretName"));
      }
      if (source == "configMap" && TextAt(value, "name").empty()) errors.push_back(Required(at + ".configMap.name"));
      if (source == "persistentVolumeClaim" && TextAt(value, "claimName").empty()) {
        errors.push_back(Required(at + ".persistentVolumeClaim.claimName"));
      }
    }
    if (name.empty()) {
      errors.push_back(Required(at + ".name"));
    } else if (const std::string wrong = Label1123Error(name); !wrong.empty()) {
      errors.push_back(Invalid(at + ".name", name, wrong));
    }
    if (names.contains(name) && claims.empty()) errors.push_back(Duplicate(at + ".name", name));
    if (errors.size() == before) names.insert(name);
  }
  return names;
}

}  // namespace

const std::map<std::string, SchemaPtr>& CoreTypes() {
  static const auto types = ReadTypes(kCoreTypeText, ReadTypes(kPodTypeText, MetaTypes()));
  return types;
}

void FillPodSpec(Json& spec) {
  for (const char* list : {"containers", "initContainers"}) {
    if (!At(spec, list).is_array()) continue;
    for (Json& container : spec[list]) {
      const std::string image = TextAt(container, "image");
      if (container.contains("imagePullPolicy")) continue;
      const auto slash = image.rfind('/');
      const auto colon = image.find(':', slash == std::string::npos ? 0 : slash);
      const bool latest = !image.empty() && image.find('@') == std::string::npos &&
                          (colon == std::string::npos || image.substr(colon) == ":latest");
      container["imagePullPolicy"] = latest ? "Always" : "IfNotPresent";
    }
  }
  if (At(spec, "volumes").is_array()) {
    for (Json& volume : spec["volumes"]) {
      if (volume.is_object() && volume.size() == volume.count("name")) volume["emptyDir"] = Json::object();
    }
  }
  // The two names of one field.
  if (spec.contains("serviceAccountName")) spec["serviceAccount"] = spec["serviceAccountName"];
}

void CheckPodSpec(const Json& spec, const Json& claims, const std::string& path, FieldErrors& errors) {
  const std::set<std::string> volumes = CheckVolumes(At(spec, "volumes"), claims, path + ".volumes", errors);
  if (At(spec, "containers").empty()) errors.push_back(Required(path + ".containers"));
  CheckContainers(At(spec, "containers"), volumes, false, path + ".containers", errors);
  CheckContainers(At(spec, "initContainers"), volumes, true, path + ".initContainers", errors);
  CheckOneOf(At(spec, "restartPolicy"), {"Always", "OnFailure", "Never"}, path + ".restartPolicy", errors);
  CheckOneOf(At(spec, "dnsPolicy"), {"ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"}, path + ".dnsPolicy",
             errors);
  CheckLabelMap(At(spec, "nodeSelector"), path + ".nodeSelector", errors);
  if (const std::string account = TextAt(spec, "serviceAccountName"); !account.empty()) {
    if (const std::string wrong = Subdomain1123Error(account); !wrong.empty()) {
      errors.push_back(Invalid(path + ".serviceAccountName", account, wrong));
    }
  }
}

}  // namespace kube::apiserver
