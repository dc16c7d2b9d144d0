// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// POST, PUT and PATCH: bodies, media types and names; and the scale subresource.
#include <sstream>
#include <stdexcept>

#include "samples/kube/apiserver/patch/json_patch.h"
#include "samples/kube/apiserver/patch/strategic_patch.h"
#include "samples/kube/apiserver/rest/body.h"
#include "samples/kube/apiserver/rest/json_path.h"
#include "samples/kube/apiserver/rest/service.h"
#include "samples/kube/apiserver/rest/versions.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/json_text.h"
#include "samples/kube/apiserver/wire/yaml_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kMergePatch = "application/merge-patch+json";
constexpr const char* kJsonPatch = "application/json-patch+json";
constexpr const char* kStrategicPatch = "application/strategic-merge-patch+json";
constexpr const char* kApplyPatch = "application/apply-patch+yaml";

Answer AnswerOf(const Json& object, const Target& target, const Request& request, int status,
                const WriteOptions& options) {
  Answer answer;
  answer.status = status;
  const Rendering rendering = Rendering::Choose(request.accept, "");
  answer.body = rendering.One(*target.resource, object).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  for (const std::string& warning : options.warnings)
    answer.headers.emplace_back("Warning", "299 - " + Quoted(warning));
  return answer;
}

std::string MediaType(const std::string& content_type) {
  std::string type = content_type.substr(0, content_type.find(';'));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  return type;
}

StatusError UnsupportedMediaType(const std::string& accepted) {
  return {415, "UnsupportedMediaType",
          "the body of the request was in an unknown format - accepted media types include: " + accepted};
}

// True: the body is YAML.
bool CheckMediaType(const std::string& content_type) {
  const std::string type = MediaType(content_type);
  if (type == "application/yaml") return true;
  if (!type.empty() && type != "application/json") {
    throw UnsupportedMediaType("application/json, application/yaml, application/vnd.kubernetes.protobuf");
  }
  return false;
}

// A write that warned before it failed keeps its warnings.
template <typename F>
Answer WithWarnings(const WriteOptions& options, const F& write) {
  try {
    return write();
  } catch (const StatusError& error) {
    if (options.warnings.empty()) throw;
    Answer answer;
    answer.status = error.code();
    answer.body = error.body().dump() + "\n";
    for (const std::string& warning : options.warnings) {
      answer.headers.emplace_back("Warning", "299 - " + Quoted(warning));
    }
    return answer;
  }
}

void CheckName(const Json& object, const Target& target) {
  const bool custom = target.resource->custom;
  const std::string name = TextAt(At(object, "metadata"), "name");
  if (name.empty()) {
    throw BadRequest("the name of the object (" + target.name + " based on URL) was undeterminable: " +
                     (custom ? "name must be provided" : "resource name may not be empty"));
  }
  if (name != target.name) {
    throw BadRequest("the name of the object (" + name + ") does not match the name on the URL (" + target.name + ")");
  }
  const std::string name_space = TextAt(At(object, "metadata"), "namespace");
  if (!name_space.empty() && name_space != target.name_space && target.resource->namespaced) {
    if (custom) {
      throw BadRequest("the namespace of the provided object does not match the namespace sent on the request");
    }
    throw BadRequest("the namespace of the object (" + name_space + ") does not match the namespace on the URL (" +
                     target.name_space + ")");
  }
}

JsonText ReadPatch(const std::string& type, const std::string& body) {
  JsonText text = ReadJson(body);
  const std::string prefix = type == kStrategicPatch ? "" : "error decoding patch: ";
  if (!text.error.empty()) throw BadRequest(prefix + text.error);
  const auto got = [](const Json& value) -> std::string {
    return value.is_number() ? "number" : value.is_boolean() ? "bool" : value.type_name();
  };
  if (type == kJsonPatch && text.value.is_null()) text.value = Json::array();
  if (type == kMergePatch && text.value.is_null()) throw BadRequest("Invalid JSON Patch");
  if (type == kStrategicPatch && text.value.is_null()) text.value = Json::object();
  if (type == kJsonPatch && !text.value.is_array()) {
    throw BadRequest(prefix + "json: cannot unmarshal " + got(text.value) +
                     " into Go value of type []handlers.jsonPatchOp");
  }
  if (type == kJsonPatch) {
    for (const Json& operation : text.value) {
      if (operation.is_object()) continue;
      throw BadRequest(prefix + "json: cannot unmarshal " + got(operation) +
                       " into Go value of type handlers.jsonPatchOp");
    }
  } else if (!text.value.is_object()) {
    throw BadRequest(prefix + "json: cannot unmarshal " + got(text.value) +
                     " into Go value of type map[string]interface {}");
  }
  return text;
}

Json Patched(const Json& stored, const std::string& type, const Json& patch, const Resource& resource) {
  Json object = stored;
  if (type == kMergePatch) {
    object.merge_patch(patch);
  } else if (type == kStrategicPatch) {
    StrategicMerge(object, patch, resource.schema.get());
  } else {
    if (!ApplyJsonPatch(object, patch)) {
      throw StatusError(422, "Invalid", "the server rejected our request due to an error in our request",
                        Json::object());
    }
  }
  return object;
}

int NumberOf(const Json& value) { return value.is_number() ? value.get<int>() : 0; }

Json ScaleOf(const Json& object, const Resource& resource) {
  const Json& meta = At(object, "metadata");
  Json shown = Json::object();
  for (const char* field : {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
    if (meta.contains(field)) shown[field] = meta[field];
  }
  std::string selector;
  if (resource.custom) {
    if (!resource.selector_path.empty()) selector = TextOf(JsonPathValue(object, resource.selector_path));
  } else {
    std::vector<std::string> labels;
    for (const auto& [key, value] : At(At(At(object, "spec"), "selector"), "matchLabels").items()) {
      labels.push_back(key + "=" + TextOf(value));
    }
    selector = Join(labels, ",");
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

// The replicas that a written Scale asks for.
int ReplicasOf(const Json& scale, const Target& target) {
  const Json& value = At(At(scale, "spec"), "replicas");
  if (!value.is_null() && !value.is_number_integer()) {
    const std::string got = value.is_string()   ? "string"
                            : value.is_number() ? "number " + value.dump()
                                                : value.type_name();
    throw InvalidObject({"", ""}, "",
                        {Invalid("patch", scale.dump(),
                                 "json: cannot unmarshal " + got +
                                     " into Go struct field ScaleSpec.spec.replicas of type "
                                     "int32")});
  }
  const int replicas = NumberOf(value);
  if (replicas < 0 && !target.resource->custom) {
    throw InvalidObject({"autoscaling", "Scale"}, target.name,
                        {Invalid("spec.replicas", replicas, "must be greater than or equal to 0")});
  }
  return replicas;
}

}  // namespace

Answer Service::Create(const Request& request, const Target& target) {
  WriteOptions options = ReadWriteOptions(request.query, "CreateOptions", false, request.user_agent);
  const bool yaml = CheckMediaType(request.content_type);
  return WithWarnings(options, [&] {
    Json object = DecodeBody(request.body, yaml, *target.resource, options);
    const std::string name_space = TextAt(At(object, "metadata"), "namespace");
    if (!name_space.empty() && name_space != target.name_space && target.resource->namespaced) {
      throw BadRequest("the namespace of the provided object does not match the namespace sent on the request");
    }
    if (target.resource->namespaced && target.name_space.empty()) throw MethodNotAllowed();
    return AnswerOf(writer_.Create(target, std::move(object), options), target, request, 201, options);
  });
}

Answer Service::Update(const Request& request, const Target& target) {
  WriteOptions options = ReadWriteOptions(request.query, "UpdateOptions", false, request.user_agent);
  const bool yaml = CheckMediaType(request.content_type);
  return WithWarnings(options, [&] {
    const Json object = DecodeBody(request.body, yaml, *target.resource, options);
    CheckName(object, target);
    bool created = false;
    const Json result = writer_.Update(
        target,
        [&](const Json& stored) {
          created = stored.is_null();
          return object;
        },
        {.put = true}, options);
    return AnswerOf(result, target, request, created ? 201 : 200, options);
  });
}

Answer Service::Patch(const Request& request, const Target& target) {
  const std::string type = MediaType(request.content_type);
  const bool apply = type == kApplyPatch;
  const bool strategic = type == kStrategicPatch && !target.resource->custom;
  if (type != kMergePatch && type != kJsonPatch && !apply && !strategic) {
    if (!target.resource->custom && (type.empty() || type != "application/json")) {
      if (type != "text/plain" && type != kStrategicPatch) {
        throw StatusError(415, "UnsupportedMediaType", "415: Unsupported Media Type", Json::object());
      }
    }
    throw UnsupportedMediaType(
        target.resource->custom
            ? "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml"
            : "application/json-patch+json, application/merge-patch+json, application/strategic-merge-patch+json, "
              "application/apply-patch+yaml");
  }
  WriteOptions options = ReadWriteOptions(request.query, "PatchOptions", apply, request.user_agent);
  return WithWarnings(options, [&] {
    if (!apply) {
      const JsonText text = ReadPatch(type, request.body);
      const Json& patch = text.value;
      const Json result = writer_.Update(
          target,
          [&](const Json& stored) {
            const bool same = IsOfVersion(*target.resource, stored);
            Json object = Patched(same ? stored : ToVersion(*target.resource, stored), type, patch, *target.resource);
            DecodePatched(object, *target.resource, text.duplicates, options);
            CheckName(object, target);
            return object;
          },
          {}, options);
      return AnswerOf(result, target, request, 200, options);
    }
    Json config;
    try {
      config = ReadYaml(request.body);
    } catch (const std::runtime_error& error) {
      throw BadRequest(std::string("error decoding YAML: error converting YAML to JSON: ") + error.what());
    }
    if (config.is_null()) config = Json::object();
    if (!config.is_object()) {
      const std::string got = config.is_number() ? "number" : config.is_boolean() ? "bool" : config.type_name();
      throw BadRequest("error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal " +
                       std::string(got) + " into Go value of type map[string]interface {}");
    }
    if (!At(At(config, "metadata"), "managedFields").is_null()) throw BadRequest("metadata.managedFields must be nil");
    const std::string version = TextAt(config, "apiVersion");
    if (TextAt(config, "kind") != target.resource->kind || version != target.resource->GroupVersion()) {
      throw BadRequest(std::string("invalid object type: ") + (version.find('/') == std::string::npos ? "/" : "") +
                       version + ", Kind=" + TextAt(config, "kind"));
    }
    const Json& name = At(At(config, "metadata"), "name");
    if (name.is_null() || name == "") {
      throw BadRequest("the name of the object (" + target.name +
                       " based on URL) was undeterminable: name must be provided");
    }
    if (name.is_string()) CheckName(config, target);
    const auto [result, created] = writer_.Apply(target, config, options);
    return AnswerOf(result, target, request, created ? 201 : 200, options);
  });
}

Answer Service::ServeScale(const Request& request, const RequestInfo& info, const Target& target) {
  WriteOptions options = ReadWriteOptions(request.query, info.verb == "patch" ? "PatchOptions" : "UpdateOptions", false,
                                          request.user_agent);
  Answer answer;
  if (info.verb == "get") {
    answer.body = ScaleOf(GetObject(store_, target), *target.resource).dump() + "\n";
    return answer;
  }
  const std::string type = info.verb == "patch" ? MediaType(request.content_type) : kMergePatch;
  if (type != kMergePatch && type != kJsonPatch && type != kStrategicPatch) throw UnsupportedMediaType(kMergePatch);
  const Json patch = ReadPatch(type, request.body).value;
  const Json result = writer_.Update(
      target,
      [&](const Json& stored) {
        const Json before = ScaleOf(stored, *target.resource);
        const Json scale = info.verb == "patch" ? Patched(before, type, patch, *target.resource) : patch;
        Json object = stored;
        if (info.verb == "update" && TextAt(At(scale, "metadata"), "name") != target.name) CheckName(scale, target);
        MemberAt(object, target.resource->replicas_path) = ReplicasOf(scale, target);
        const std::string version = TextAt(At(scale, "metadata"), "resourceVersion");
        if (!version.empty()) object["metadata"]["resourceVersion"] = version;
        return object;
      },
      {}, options);
  answer.body = ScaleOf(result, *target.resource).dump() + "\n";
  return answer;
}

}  // namespace kube::apiserver
