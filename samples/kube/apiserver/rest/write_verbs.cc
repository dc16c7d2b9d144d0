// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// POST, PUT and PATCH: bodies, media types and names.
#include "samples/kube/apiserver/rest/negotiate.h"
#include "samples/kube/apiserver/rest/service.h"
#include "samples/kube/apiserver/rest/versions.h"
#include "samples/kube/apiserver/rest/write_request.h"
#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

Answer AnswerOf(const Json& object, const Target& target, const Request& request, int status,
                const WriteOptions& options) {
  Answer answer;
  answer.status = status;
  const Rendering rendering = Rendering::Choose(request.accept, "");
  answer.yaml = rendering.yaml;
  answer.body = rendering.One(*target.resource, object).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  for (const std::string& warning : options.warnings)
    answer.headers.emplace_back("Warning", "299 - " + Quoted(warning));
  return answer;
}

}  // namespace

Answer Service::Create(const Request& request, const Target& target) {
  WriteOptions options = ReadWriteOptions(request.query, "CreateOptions", false, request.user_agent);
  const bool yaml = CheckMediaType(request, *target.resource);
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
  const bool yaml = CheckMediaType(request, *target.resource);
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
  const std::string type = MediaTypeOf(request.content_type).value_or("");
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
      const PatchText shown = TextOfPatch(type, text);
      const Json result = writer_.Update(
          target,
          [&](const Json& stored) {
            const bool same = IsOfVersion(*target.resource, stored);
            Json object = Patched(same ? stored : ToVersion(*target.resource, stored), type, patch, *target.resource);
            DecodePatched(object, *target.resource, shown, options);
            CheckName(object, target, true);
            return object;
          },
          {}, options);
      return AnswerOf(result, target, request, 200, options);
    }
    YamlText duplicates;
    const Json config = ReadConfig(request, duplicates);
    CheckConfig(config, *target.resource);
    const auto [result, created] = writer_.Apply(
        target, config,
        [&](const Json& object) {
          RefuseDuplicates(duplicates, options);
          CheckName(object, target);
        },
        options);
    return AnswerOf(result, target, request, created ? 201 : 200, options);
  });
}

}  // namespace kube::apiserver
