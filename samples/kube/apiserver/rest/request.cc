// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Paths as apiserver's RequestInfoFactory takes them apart.
#include "samples/kube/apiserver/rest/request.h"

namespace kube::apiserver {
namespace {

std::vector<std::string> Split(const std::string& path) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  while (start < path.size()) {
    const std::size_t slash = std::min(path.find('/', start), path.size());
    if (slash > start) parts.push_back(path.substr(start, slash - start));
    start = slash + 1;
  }
  return parts;
}

std::string VerbOf(const std::string& method) {
  if (method == "POST") return "create";
  if (method == "GET" || method == "HEAD") return "get";
  if (method == "PUT") return "update";
  if (method == "PATCH") return "patch";
  return method == "DELETE" ? "delete" : "";
}

}  // namespace

RequestInfo ReadRequestInfo(const Request& request) {
  RequestInfo info;
  std::vector<std::string> parts = Split(request.path);
  const bool core = !parts.empty() && parts[0] == "api";
  const std::size_t prefix = core ? 2 : 3;
  if (parts.empty() || (!core && parts[0] != "apis") || parts.size() <= prefix) return info;
  info.is_resource = true;
  info.group = core ? "" : parts[1];
  info.version = parts[prefix - 1];
  parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(prefix));
  info.verb = VerbOf(request.method);
  bool watch = false, below_namespace = false;
  if (parts[0] == "watch" && parts.size() > 1) {  // the old form of a watch
    watch = info.watch_path = true;
    parts.erase(parts.begin());
  }
  if (parts[0] == "namespaces" && parts.size() > 1) {
    info.name_space = parts[1];
    const bool of_namespace = parts.size() > 2 && (parts[2] == "status" || parts[2] == "finalize");
    below_namespace = parts.size() > 2 && !of_namespace;
    if (below_namespace) parts.erase(parts.begin(), parts.begin() + 2);
  }
  info.resource = parts[0];
  if (parts.size() > 1) info.name = parts[1];
  if (parts.size() > 2) info.subresource = parts[2];
  info.deeper = parts.size() > 3;
  if (info.resource == "namespaces" && !below_namespace) info.name_space.clear();
  if (info.verb == "get" && (watch || (info.name.empty() && QueryFlag(request.query, "watch")))) {
    info.verb = "watch";
  } else if (info.verb == "get" && info.name.empty()) {
    info.verb = "list";
  } else if (info.verb == "delete" && info.name.empty()) {
    info.verb = "deletecollection";
  }
  return info;
}

}  // namespace kube::apiserver
