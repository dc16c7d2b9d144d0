// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Validation of apimachinery's meta/v1 options.
#include "samples/kube/apiserver/rest/write_options.h"

#include <cstdio>
#include <cstdlib>

#include "samples/kube/apiserver/rest/negotiate.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/json_text.h"
#include "samples/kube/apiserver/wire/yaml_text.h"

namespace kube::apiserver {
namespace {

void CheckDryRun(const std::vector<std::string>& values, FieldErrors& errors) {
  for (const std::string& value : values) {
    if (value != "All") errors.push_back(NotSupported("dryRun", Json(values).dump(), {"All"}));
  }
}

std::vector<std::string> Values(const Query& query, const std::string& name) {
  std::vector<std::string> out;
  for (auto [it, end] = query.equal_range(name); it != end; ++it) out.push_back(it->second);
  return out;
}

}  // namespace

WriteOptions ReadWriteOptions(const Query& query, const std::string& kind, bool apply, const std::string& user_agent) {
  WriteOptions options;
  FieldErrors errors;
  CheckDryRun(Values(query, "dryRun"), errors);
  options.dry_run = query.contains("dryRun");
  options.manager = QueryText(query, "fieldManager");
  if (apply && options.manager.empty()) errors.push_back(Required("fieldManager", "is required for apply patch"));
  if (options.manager.size() > 128) errors.push_back(TooLong("fieldManager", 128));
  for (std::size_t i = 0; i < options.manager.size(); ++i) {
    const auto c = static_cast<unsigned char>(options.manager[i]);
    if (c >= 0x20 && c != 0x7f) continue;
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
    errors.push_back(Invalid("fieldManager", options.manager,
                             std::string("invalid character ") + code + " (at position " + std::to_string(i) + ")"));
    break;
  }
  options.force = QueryFlag(query, "force");
  if (!apply && kind == "PatchOptions" && query.contains("force")) {
    errors.push_back(Forbidden("force", "may not be specified for non-apply patch"));
  }
  const std::string validation = QueryText(query, "fieldValidation");
  options.strict = validation == "Strict";
  options.silent = validation == "Ignore";
  if (!validation.empty() && !options.strict && !options.silent && validation != "Warn") {
    errors.push_back(NotSupported("fieldValidation", Quoted(validation), {"", "Ignore", "Strict", "Warn"}));
  }
  if (!errors.empty()) throw InvalidObject({"meta.k8s.io", kind}, "", errors);
  if (options.manager.empty()) options.manager = user_agent.substr(0, user_agent.find('/'));
  if (options.manager.empty()) options.manager = "unknown";
  return options;
}

DeleteOptions ReadDeleteOptions(const Request& request) {
  const Query& query = request.query;
  const std::string& body = request.body;
  DeleteOptions options;
  Json document = Json::object();
  if (const std::string grace = QueryText(query, "gracePeriodSeconds"); !grace.empty()) {
    if (const std::string wrong = ParseIntError(grace); !wrong.empty()) throw BadRequest(wrong);
    options.grace = std::strtol(grace.c_str(), nullptr, 10);
  }
  if (!body.empty()) {
    const std::string type =
        request.content_type.empty() ? "application/json" : MediaTypeOf(request.content_type).value_or("");
    const bool yaml = type == "application/yaml";
    if (!yaml && type != "application/json") {
      throw StatusError(415, "UnsupportedMediaType",
                        "the body of the request was in an unknown format - accepted media types include: "
                        "application/json, application/yaml, application/vnd.kubernetes.protobuf");
    }
    JsonText text;
    if (yaml) {
      YamlText read = ReadYaml(body);
      if (!read.error.empty()) throw BadRequest(read.error);
      text.value = std::move(read.value);
    } else {
      text = ReadJson(body);
    }
    if (!text.error.empty()) throw BadRequest("couldn't get version/kind; json parse error: " + text.error);
    document = std::move(text.value);
    if (!document.is_object()) {
      const std::string got = document.is_number() ? "number" : document.is_boolean() ? "bool" : document.type_name();
      throw BadRequest("couldn't get version/kind; json parse error: json: cannot unmarshal " + got +
                       " into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind "
                       "string \"json:\\\"kind,omitempty\\\"\" }");
    }
    if (At(document, "gracePeriodSeconds").is_number_integer())
      options.grace = document["gracePeriodSeconds"].get<long>();
    const std::string kind = TextAt(document, "kind");
    if (!kind.empty() && kind != "DeleteOptions") {
      throw BadRequest("no kind " + Quoted(kind) + " is registered for version " +
                       Quoted(TextAt(document, "apiVersion")) + " in scheme \"pkg/runtime/scheme.go:111\"");
    }
  }
  FieldErrors errors;
  std::vector<std::string> dry_run = Values(query, "dryRun");
  for (const Json& value : At(document, "dryRun")) dry_run.push_back(TextOf(value));
  CheckDryRun(dry_run, errors);
  options.dry_run = !dry_run.empty();
  options.uid = TextAt(At(document, "preconditions"), "uid");
  options.resource_version = TextAt(At(document, "preconditions"), "resourceVersion");
  options.propagation = TextAt(document, "propagationPolicy");
  if (options.propagation.empty()) options.propagation = QueryText(query, "propagationPolicy");
  const Json& orphan = At(document, "orphanDependents");
  if (orphan.is_boolean() && !options.propagation.empty()) {
    errors.push_back(Invalid("propagationPolicy", options.propagation,
                             "orphanDependents and deletionPropagation cannot be both set"));
  } else if (!options.propagation.empty() && options.propagation != "Foreground" &&
             options.propagation != "Background" && options.propagation != "Orphan") {
    errors.push_back(
        NotSupported("propagationPolicy", Quoted(options.propagation), {"Foreground", "Background", "Orphan", "nil"}));
  }
  if (orphan.is_boolean()) options.propagation = orphan == true ? "Orphan" : "Background";
  if (!errors.empty()) throw InvalidObject({"meta.k8s.io", "DeleteOptions"}, "", errors);
  return options;
}

}  // namespace kube::apiserver
