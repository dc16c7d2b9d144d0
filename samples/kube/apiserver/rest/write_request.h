// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the request of a write says, before any object is touched: media types, patches, applied configurations, names.
#ifndef SAMPLES_KUBE_APISERVER_REST_WRITE_REQUEST_H_
#define SAMPLES_KUBE_APISERVER_REST_WRITE_REQUEST_H_

#include <string>

#include "samples/kube/apiserver/rest/body.h"
#include "samples/kube/apiserver/rest/request.h"
#include "samples/kube/apiserver/rest/writer.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/json_text.h"
#include "samples/kube/apiserver/wire/yaml_text.h"

namespace kube::apiserver {

constexpr const char* kMergePatch = "application/merge-patch+json";
constexpr const char* kJsonPatch = "application/json-patch+json";
constexpr const char* kStrategicPatch = "application/strategic-merge-patch+json";
constexpr const char* kApplyPatch = "application/apply-patch+yaml";

StatusError UnsupportedMediaType(const std::string& accepted);

// True: the body is YAML. Throws 415.
bool CheckMediaType(const Request& request, const Resource& resource);

// Throws 400: the object has no name, or another name or namespace than the path. `patched`: it came out of a patch
// that is no apply; of built-in kinds that is said in other words.
void CheckName(const Json& object, const Target& target, bool patched = false);

// Of a type that is no apply. Throws 400.
JsonText ReadPatch(const std::string& type, const std::string& body);
Json Patched(const Json& stored, const std::string& type, const Json& patch, const Resource& resource);
PatchText TextOfPatch(const std::string& type, const JsonText& text);

// An applied configuration. Throws 400.
Json ReadConfig(const Request& request, YamlText& text);
// Its duplicate fields, which the real server looks for when all else is right: a warning or, if that is asked for,
// 400.
void RefuseDuplicates(const YamlText& text, WriteOptions& options);
void CheckConfig(const Json& config, const Resource& resource);

// A write that warned before it failed keeps its warnings.
template <typename F>
Answer WithWarnings(const WriteOptions& options, const F& write) {
  try {
    return write();
  } catch (const StatusError& error) {
    if (options.warnings.empty()) throw;
    Answer answer;
    answer.status = error.code();
    answer.body = error.body().dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    for (const std::string& warning : options.warnings) {
      answer.headers.emplace_back("Warning", "299 - " + Quoted(warning));
    }
    return answer;
  }
}

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_WRITE_REQUEST_H_
