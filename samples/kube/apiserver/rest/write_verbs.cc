// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// POST, PUT and PATCH: bodies, media types and names; and the scale subresource.
#include <stdexcept>

#include "samples/kube/apiserver/patch/strategic_patch.h"
#include "samples/kube/apiserver/rest/body.h"
#include "samples/kube/apiserver/rest/service.h"
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
  const std::string name = TextAt(At(object, "metadata"), "name");
  if (name.empty()) {
    throw BadRequest("the name of the object (" + target.name +
                     " based on URL) was undeterminable: resource name may not be empty");
  }
  if (name != target.name) {
    throw BadRequest("the name of the object (" + name + ") does not match the name on the URL (" + target.name + ")");
  }
  const std::string name_space = TextAt(At(object, "metadata"), "namespace");
  if (!name_space.empty() && name_space != target.name_space) {
    throw BadRequest("the namespace of the object (" + name_space + ") does not match the namespace on the URL (" +
                     target.name_space + ")");
  }
}

Json ReadPatch(const std::string& type, const std::string& body) {
  JsonText text = ReadJson(body);
  if (!text.error.empty()) throw BadRequest("error decoding patch: " + text.error);
  const std::string got = text.value.is_number() ? "number" : text.value.is_boolean() ? "bool" : text.value.type_name();
  if (type == kJsonPatch && !text.value.is_array()) {
    throw BadRequest("error decoding patch: json: cannot unmarshal " + got +
                     " into Go value of type []handlers.jsonPatchOp");
  }
  if (type != kJsonPatch && !text.value.is_object()) {
    throw BadRequest("error decoding patch: json: cannot unmarshal " + got +
                     " into Go value of type map[string]interface {}");
  }
  return std::move(text.value);
}

Json Patched(const Json& stored, const std::string& type, const Json& patch, const Resource& resource) {
  Json object = stored;
  if (type == kMergePatch) {
    object.merge_patch(patch);
  } else if (type == kStrategicPatch) {
    StrategicMerge(object, patch, resource.schema.get());
  } else {
    try {
      object = object.patch(patch);
    } catch (const Json::exception&) {
      throw StatusError(422, "Invalid", "the server rejected our request due to an error in our request",
                        Json::object());
    }
  }
  return object;
}

Json ScaleOf(const Json& object) {
  const Json& meta = At(object, "metadata");
  Json shown = Json::object();
  for (const char* field : {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
    if (meta.contains(field)) shown[field] = meta[field];
  }
  std::vector<std::string> labels;
  for (const auto& [key, value] : At(At(At(object, "spec"), "selector"), "matchLabels").items()) {
    labels.push_back(key + "=" + TextOf(value));
  }
  Json spec = Json::object();
  if (At(object, "spec").value("replicas", 0) != 0) spec["replicas"] = object["spec"]["replicas"];
  return {{"kind", "Scale"},
          {"apiVersion", "autoscaling/v1"},
          {"metadata", shown},
          {"spec", spec},
          {"status", {{"replicas", At(object, "status").value("replicas", 0)}, {"selector", Join(labels, ",")}}}};
}

}  // namespace

Answer Service::Create(const Request& request, const Target& target) {
  WriteOptions options = ReadWriteOptions(request.query, "CreateOptions", false, request.user_agent);
  const bool yaml = CheckMediaType(request.content_type);
  return WithWarnings(options, [&] {
    Json object = DecodeBody(request.body, yaml, *target.resource, options);
    const std::string name_space = TextAt(At(object, "metadata"), "namespace");
    if (!name_space.empty() && name_space != target.name_space) {
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
    throw UnsupportedMediaType(
        target.resource->custom
            ? "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml"
            : "application/json-patch+json, application/merge-patch+json, application/strategic-merge-patch+json, "
              "application/apply-patch+yaml");
  }
  WriteOptions options = ReadWriteOptions(request.query, "PatchOptions", apply, request.user_agent);
  return WithWarnings(options, [&] {
    if (!apply) {
      const Json patch = ReadPatch(type, request.body);
      const Json result = writer_.Update(
          target,
          [&](const Json& stored) {
            Json object = Patched(stored, type, patch, *target.resource);
            DecodePatched(object, *target.resource, options);
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
      throw BadRequest(std::string("error decoding YAML: ") + error.what());
    }
    if (!config.is_object()) throw BadRequest("error decoding YAML: the document is no object");
    if (!At(At(config, "metadata"), "managedFields").is_null()) throw BadRequest("metadata.managedFields must be nil");
    if (TextAt(config, "kind") != target.resource->kind ||
        TextAt(config, "apiVersion") != target.resource->GroupVersion()) {
      throw StatusError::Internal("invalid object type: " + TextAt(config, "apiVersion") +
                                  ", Kind=" + TextAt(config, "kind"));
    }
    if (!TextAt(At(config, "metadata"), "name").empty()) CheckName(config, target);
    config["metadata"]["name"] = target.name;
    const auto [result, created] = writer_.Apply(target, config, options);
    return AnswerOf(result, target, request, created ? 201 : 200, options);
  });
}

Answer Service::ServeScale(const Request& request, const RequestInfo& info, const Target& target) {
  WriteOptions options = ReadWriteOptions(request.query, info.verb == "patch" ? "PatchOptions" : "UpdateOptions", false,
                                          request.user_agent);
  Answer answer;
  if (info.verb == "get") {
    answer.body = ScaleOf(GetObject(store_, target)).dump() + "\n";
    return answer;
  }
  const std::string type = info.verb == "patch" ? MediaType(request.content_type) : kMergePatch;
  if (type != kMergePatch && type != kJsonPatch && type != kStrategicPatch) throw UnsupportedMediaType(kMergePatch);
  const Json patch = ReadPatch(type, request.body);
  const Json result = writer_.Update(
      target,
      [&](const Json& stored) {
        const Json before = ScaleOf(stored);
        const Json scale = info.verb == "patch" ? Patched(before, type, patch, *target.resource) : patch;
        Json object = stored;
        object["spec"]["replicas"] = At(scale, "spec").value("replicas", 0);
        const std::string version = TextAt(At(scale, "metadata"), "resourceVersion");
        if (!version.empty()) object["metadata"]["resourceVersion"] = version;
        return object;
      },
      {}, options);
  answer.body = ScaleOf(result).dump() + "\n";
  return answer;
}

}  // namespace kube::apiserver
