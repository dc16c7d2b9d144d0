// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// ListOptions' validation, in the real server's order.
#include "samples/kube/apiserver/rest/list_options.h"

#include <cstdlib>
#include <set>

#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/json_text.h"

namespace kube::apiserver {
namespace {

void CheckOptions(const ListOptions& options) {
  FieldErrors errors;
  const auto forbid = [&](const char* field, const std::string& why) { errors.push_back(Forbidden(field, why)); };
  const bool has_match = !options.match.empty();
  if (options.watch) {
    if (options.initial_events) {
      if (options.match != "NotOlderThan") {
        forbid("resourceVersionMatch", "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
      }
    } else if (has_match) {
      forbid("resourceVersionMatch",
             "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
    }
    if (has_match && options.match != "NotOlderThan") {
      errors.push_back(NotSupported("resourceVersionMatch", Quoted(options.match), {"NotOlderThan"}));
    }
    if (options.continues)
      forbid("resourceVersionMatch", "resourceVersionMatch is forbidden when continue is provided");
  } else {
    if (options.initial_events) forbid("sendInitialEvents", "sendInitialEvents is forbidden for list");
    if (has_match) {
      if (options.resource_version.empty()) {
        forbid("resourceVersionMatch", "resourceVersionMatch is forbidden unless resourceVersion is provided");
      }
      if (options.continues)
        forbid("resourceVersionMatch", "resourceVersionMatch is forbidden when continue is provided");
      if (options.match != "Exact" && options.match != "NotOlderThan") {
        errors.push_back(NotSupported("resourceVersionMatch", Quoted(options.match), {"Exact", "NotOlderThan", ""}));
      }
      if (options.match == "Exact" && options.resource_version == "0") {
        forbid("resourceVersionMatch", "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
      }
    }
  }
  if (!errors.empty()) throw InvalidObject({"meta.k8s.io", "ListOptions"}, "", errors);
}

}  // namespace

std::string QueryText(const Query& query, const std::string& name) {
  const auto found = query.find(name);
  return found == query.end() ? "" : found->second;
}

bool QueryFlag(const Query& query, const std::string& name) {
  const auto found = query.find(name);
  return found != query.end() && found->second != "0" && found->second != "false";
}

std::string ContinueToken::Encode() const {
  std::string token =
      Base64Encode(Json{{"v", "meta.k8s.io/v1"}, {"rv", revision}, {"start", name_space + "/" + name}}.dump());
  for (char& c : token) c = c == '+' ? '-' : c == '/' ? '_' : c;
  while (!token.empty() && token.back() == '=') token.pop_back();
  return token;
}

ContinueToken ContinueToken::Decode(const std::string& text) {
  std::string token = text;
  for (char& c : token) c = c == '-' ? '+' : c == '_' ? '/' : c;
  while (token.size() % 4 != 0) token += '=';
  const auto bytes = Base64Decode(token);
  if (!bytes) throw BadRequest("invalid continue token: continue key is not valid: " + Base64Error(text));
  const JsonText document = ReadJson(*bytes);
  const std::string start = TextAt(document.value, "start");
  const auto slash = start.find('/');
  if (!document.error.empty() || slash == std::string::npos || !At(document.value, "rv").is_number_unsigned()) {
    throw BadRequest("invalid continue token: continue key is not valid: " +
                     (document.error.empty() ? "incorrect encoded start key" : document.error));
  }
  return {document.value["rv"].get<std::uint64_t>(), start.substr(0, slash), start.substr(slash + 1)};
}

std::uint64_t ListOptions::Revision() const { return std::strtoull(resource_version.c_str(), nullptr, 10); }

ListOptions ReadListOptions(const Query& query, const Resource& resource) {
  ListOptions options;
  for (const char* number : {"limit", "timeoutSeconds"}) {
    const std::string text = QueryText(query, number);
    if (text.empty()) continue;
    if (const std::string wrong = ParseIntError(text); !wrong.empty()) throw BadRequest(wrong);
    const long long value = std::strtoll(text.c_str(), nullptr, 10);
    if (number == std::string("limit")) {
      options.limit = value > 0 ? static_cast<std::uint64_t>(value) : 0;
    } else {
      options.timeout_seconds = static_cast<int>(std::min<long long>(std::max<long long>(value, -1), 86400));
    }
  }
  options.watch = QueryFlag(query, "watch");
  options.bookmarks = QueryFlag(query, "allowWatchBookmarks");
  if (query.contains("sendInitialEvents")) options.initial_events = QueryFlag(query, "sendInitialEvents");
  options.resource_version = QueryText(query, "resourceVersion");
  options.match = QueryText(query, "resourceVersionMatch");
  std::vector<std::string> fields = {"metadata.name"};
  if (resource.namespaced) fields.push_back("metadata.namespace");
  if (resource.kind == "Pod") fields.insert(fields.end(), {"spec.nodeName", "status.phase", "spec.restartPolicy"});
  if (resource.kind == "Secret") fields.push_back("type");
  if (resource.kind == "Namespace") fields.push_back("status.phase");
  if (resource.kind == "Event") {
    fields.insert(fields.end(), {"involvedObject.kind", "involvedObject.name", "involvedObject.namespace",
                                 "involvedObject.uid", "reason", "type", "regarding.kind", "regarding.name"});
  }
  try {
    options.selector = Selector::Parse(QueryText(query, "labelSelector"), QueryText(query, "fieldSelector"), fields);
  } catch (const StatusError& error) {
    const std::string message = error.what(), start = "field label not supported: ";
    static const std::set<std::string> own = {"Pod", "Secret", "Namespace", "Event", "Node", "Service"};
    if (!message.starts_with(start) || resource.custom || own.contains(resource.kind)) throw;
    throw BadRequest(Quoted(message.substr(start.size())) + " is not a known field selector: only \"metadata.name\"" +
                     (resource.namespaced ? ", \"metadata.namespace\"" : ""));
  }
  const std::string token = QueryText(query, "continue");
  if (options.resource_version == "0") options.limit = 0;  // answered from the watch cache, which does not page
  if (!token.empty()) options.continues = ContinueToken{};
  CheckOptions(options);
  if (const std::string wrong = options.resource_version.empty() ? "" : ParseUintError(options.resource_version);
      !wrong.empty()) {
    const std::string message = "resourceVersion: Invalid value: " + Quoted(options.resource_version) + ": " + wrong;
    if (options.watch) throw StatusError::Internal(message);
    throw BadRequest("invalid resource version: " + message);
  }
  if (options.continues) {
    if (!options.resource_version.empty() && options.resource_version != "0") {
      throw BadRequest("specifying resource version is not allowed when using continue");
    }
    options.continues = ContinueToken::Decode(token);
  }
  // A watch without a version begins with what is there and says when that is through.
  if (options.watch && !options.initial_events &&
      (options.resource_version.empty() || options.resource_version == "0")) {
    options.initial_events = true;
  }
  return options;
}

}  // namespace kube::apiserver
