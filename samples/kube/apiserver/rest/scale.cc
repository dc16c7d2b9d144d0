// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The scale subresource: a Scale made of the object, and what is written to it put into the object.
#include <sstream>

#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/query/selector.h"
#include "samples/kube/apiserver/rest/json_path.h"
#include "samples/kube/apiserver/rest/negotiate.h"
#include "samples/kube/apiserver/rest/service.h"
#include "samples/kube/apiserver/rest/write_request.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

int NumberOf(const Json& value) { return value.is_number() ? value.get<int>() : 0; }

Json ScaleOf(const Json& object, const Resource& resource) {
  const Json& meta = At(object, "metadata");
  Json shown = Json::object();
  for (const char* field : {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
    if (meta.contains(field)) shown[field] = meta[field];
  }
  std::string selector;
  if (!resource.custom) {
    selector = SelectorText(At(At(object, "spec"), "selector"));
  } else if (!resource.selector_path.empty()) {
    selector = TextOf(JsonPathValue(object, resource.selector_path));
  }
  Json spec = Json::object(), status = {{"replicas", NumberOf(JsonPathValue(object, resource.count_path))}};
  if (const int replicas = NumberOf(JsonPathValue(object, resource.replicas_path)); replicas != 0) {
    spec["replicas"] = replicas;
  }
  if (!selector.empty()) status["selector"] = selector;
  return {{"kind", "Scale"}, {"apiVersion", "autoscaling/v1"}, {"metadata", shown}, {"spec", spec}, {"status", status}};
}

// The member that a path of plain names leads to, made where it is missing.
Json& MemberAt(Json& object, const std::string& path) {
  Json* at = &object;
  std::istringstream parts(path.substr(1));
  for (std::string part; std::getline(parts, part, '.');) {
    if (!at->is_object()) *at = Json::object();
    at = &(*at)[part];
  }
  return *at;
}

int ReplicasOf(const Json& scale, const Target& target) {
  const int replicas = NumberOf(At(At(scale, "spec"), "replicas"));
  if (replicas < 0 && !target.resource->custom) {
    throw InvalidObject({"autoscaling", "Scale"}, target.name,
                        {Invalid("spec.replicas", replicas, "must be greater than or equal to 0")});
  }
  return replicas;
}

}  // namespace

Answer Service::ServeScale(const Request& request, const RequestInfo& info, const Target& target) {
  const Rendering rendering = Rendering::Choose(request.accept, QueryText(request.query, "includeObject"));
  const ResourcePtr kind = ScaleKind();
  const auto answer_of = [&](const Json& object, int status, const WriteOptions& options) {
    Answer answer;
    answer.status = status;
    answer.yaml = rendering.yaml;
    answer.body = rendering.One(*kind, ScaleOf(object, *target.resource)).dump() + "\n";
    for (const std::string& warning : options.warnings) {
      answer.headers.emplace_back("Warning", "299 - " + Quoted(warning));
    }
    return answer;
  };
  if (info.verb == "get") return answer_of(GetObject(store_, target), 200, {});

  const std::string type = info.verb == "patch" ? MediaTypeOf(request.content_type).value_or("") : "";
  const bool apply = type == kApplyPatch;
  if (info.verb == "patch" && !apply && type != kMergePatch && type != kJsonPatch && type != kStrategicPatch) {
    if (!target.resource->custom) {
      throw StatusError(415, "UnsupportedMediaType", "415: Unsupported Media Type", Json::object());
    }
    throw UnsupportedMediaType(
        "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");
  }
  WriteOptions options = ReadWriteOptions(request.query, info.verb == "patch" ? "PatchOptions" : "UpdateOptions", apply,
                                          request.user_agent);
  const bool yaml = info.verb == "update" && CheckMediaType(request, *kind);
  Target of_scale = target;  // what the Scale itself is called
  of_scale.resource = kind;
  return WithWarnings(options, [&] {
    if (apply) {
      YamlText duplicates;
      const Json config = ReadConfig(request, duplicates);
      CheckConfig(config, *kind);
      if (target.resource->custom) {  // so the real one
        throw StatusError::Internal("failed to convert new object (" + target.name_space + "/" + target.name +
                                    "; autoscaling/v1, Kind=Scale) to proper version: request to convert CR to an "
                                    "invalid group/version: autoscaling/v1");
      }
      Json parent = {{"apiVersion", target.resource->GroupVersion()},
                     {"kind", target.resource->kind},
                     {"metadata", {{"name", target.name}}}};
      for (const char* field : {"resourceVersion", "uid"}) {
        const Json& given = At(At(config, "metadata"), field);
        if (!given.is_null()) parent["metadata"][field] = given;
      }
      if (!At(At(config, "spec"), "replicas").is_null()) {
        MemberAt(parent, target.resource->replicas_path) = ReplicasOf(config, target);
      }
      const auto [result, created] = writer_.Apply(
          target, parent,
          [&](const Json&) {
            RefuseDuplicates(duplicates, options);
            CheckName(config, of_scale);
          },
          options);
      return answer_of(result, 200, options);
    }
    Json given;
    JsonText patch;
    if (info.verb == "update") {
      given = DecodeBody(request.body, yaml, *kind, options);
      CheckName(given, of_scale);
    } else {
      patch = ReadPatch(type, request.body);
    }
    const Json result = writer_.Update(
        target,
        [&](const Json& stored) {
          Json scale = given;
          if (info.verb == "patch") {
            scale = Patched(ScaleOf(stored, *target.resource), type, patch.value, *kind);
            DecodePatched(scale, *kind, TextOfPatch(type, patch), options);
            CheckName(scale, of_scale);
          }
          Json object = stored;
          MemberAt(object, target.resource->replicas_path) = ReplicasOf(scale, target);
          for (const char* field : {"resourceVersion", "uid"}) {
            const std::string precondition = TextAt(At(scale, "metadata"), field);
            if (!precondition.empty()) object["metadata"][field] = precondition;
          }
          return object;
        },
        {}, options);
    return answer_of(result, 200, options);
  });
}

}  // namespace kube::apiserver
