// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/kube/apiserver/rest/write_request.h"

#include <sstream>
#include <utility>

#include "samples/kube/apiserver/patch/json_patch.h"
#include "samples/kube/apiserver/patch/strategic_patch.h"
#include "samples/kube/apiserver/rest/negotiate.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/yaml_text.h"

namespace kube::apiserver {
namespace {

// The members that a patch names, as nested objects.
Json TouchedBy(const std::string& type, const Json& patch) {
  if (type == kMergePatch) return patch;
  Json touched = Json::object();
  for (const Json& operation : patch) {
    std::string path = TextAt(operation, "path");
    if (path.empty() || path[0] != '/') continue;
    Json* at = &touched;
    std::istringstream parts(path.substr(1));
    for (std::string part; std::getline(parts, part, '/');) {
      if (!at->is_object()) *at = Json::object();
      at = &(*at)[part];
    }
  }
  return touched;
}

}  // namespace

StatusError UnsupportedMediaType(const std::string& accepted) {
  return {415, "UnsupportedMediaType",
          "the body of the request was in an unknown format - accepted media types include: " + accepted};
}

bool CheckMediaType(const Request& request, const Resource& resource) {
  if (request.content_type.empty()) return false;
  const std::string type = MediaTypeOf(request.content_type).value_or("");
  if (type == "application/yaml") return true;
  if (type == "application/vnd.kubernetes.protobuf" && !resource.custom && !request.body.starts_with("k8s")) {
    throw NoProtobuf(resource, request.body);
  }
  if (type != "application/json") {
    throw UnsupportedMediaType("application/json, application/yaml, application/vnd.kubernetes.protobuf");
  }
  return false;
}

void CheckName(const Json& object, const Target& target, bool patched) {
  const bool typed = patched && !target.resource->custom;
  const std::string name = TextAt(At(object, "metadata"), "name");
  if (name.empty()) {
    throw BadRequest("the name of the object (" + target.name + " based on URL) was undeterminable: " +
                     (typed ? "resource name may not be empty" : "name must be provided"));
  }
  if (name != target.name) {
    throw BadRequest("the name of the object (" + name + ") does not match the name on the URL (" + target.name + ")");
  }
  const std::string name_space = TextAt(At(object, "metadata"), "namespace");
  if (name_space.empty() || name_space == target.name_space || !target.resource->namespaced) return;
  if (!typed) {
    throw BadRequest("the namespace of the provided object does not match the namespace sent on the request");
  }
  throw BadRequest("the namespace of the object (" + name_space + ") does not match the namespace on the URL (" +
                   target.name_space + ")");
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

PatchText TextOfPatch(const std::string& type, const JsonText& text) {
  PatchText out;
  out.duplicates = text.duplicates;
  if (type == kStrategicPatch) {
    out.strategic = text.value;
  } else {
    out.touched = TouchedBy(type, text.value);
  }
  return out;
}

Json ReadConfig(const Request& request, YamlText& text) {
  text = ReadYaml(request.body);
  if (!text.error.empty()) throw BadRequest("error decoding YAML: error converting YAML to JSON: " + text.error);
  Json config = text.value;
  if (config.is_null()) config = Json::object();
  if (!config.is_object()) {
    const std::string got = config.is_number() ? "number" : config.is_boolean() ? "bool" : config.type_name();
    throw BadRequest("error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal " +
                     got + " into Go value of type map[string]interface {}");
  }
  return config;
}

void RefuseDuplicates(const YamlText& text, WriteOptions& options) {
  if (!text.duplicates.empty() && options.strict) {
    throw BadRequest("error strict decoding YAML: error converting YAML to JSON: " + text.StrictError());
  }
  if (options.silent) return;
  options.warnings.insert(options.warnings.end(), text.duplicates.begin(), text.duplicates.end());
}

void CheckConfig(const Json& config, const Resource& resource) {
  if (!At(At(config, "metadata"), "managedFields").is_null()) throw BadRequest("metadata.managedFields must be nil");
  const std::string version = TextAt(config, "apiVersion");
  if (TextAt(config, "kind") == resource.kind && version == resource.GroupVersion()) return;
  throw BadRequest(std::string("invalid object type: ") + (version.find('/') == std::string::npos ? "/" : "") +
                   version + ", Kind=" + TextAt(config, "kind"));
}

}  // namespace kube::apiserver
