// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Authentication by token file and the messages of the RBAC authorizer.
#include "samples/kube/apiserver/rest/access.h"

#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {
namespace {

bool IsPublic(const std::string& path, bool authenticated) {
  for (const char* open : {"/healthz", "/livez", "/readyz", "/version"}) {
    if (path == open || path == std::string(open) + "/") return true;
  }
  return authenticated &&
         (path == "/api" || path == "/apis" || path.starts_with("/api/") || path.starts_with("/apis/"));
}

}  // namespace

void CheckAccess(const Tokens& tokens, const Request& request, const RequestInfo& info) {
  if (tokens.empty() || request.unread) return;
  User user{"system:anonymous", false};
  const std::string scheme = "Bearer ";
  const bool authenticated = request.authorization.starts_with(scheme);
  if (authenticated) {
    const auto found = tokens.find(request.authorization.substr(scheme.size()));
    if (found == tokens.end()) throw StatusError(401, "Unauthorized", "Unauthorized");
    user = found->second;
  }
  if (user.may_all || (!info.is_resource && IsPublic(request.path, authenticated))) return;
  const std::string who = "User " + Quoted(user.name) + " cannot ";
  if (!info.is_resource) {
    const std::string verb = request.method == "GET" ? "get" : info.verb.empty() ? "post" : info.verb;
    throw StatusError(403, "Forbidden", "forbidden: " + who + verb + " path " + Quoted(request.path), Json::object());
  }
  const std::string name_space = info.group.empty() && info.resource == "namespaces" ? info.name : info.name_space;
  const Subject subject{info.group, info.resource};
  std::string resource = info.resource;
  if (!info.subresource.empty()) resource += "/" + info.subresource;
  const std::string named = info.name.empty() ? "" : " " + Quoted(info.name);
  throw StatusError(403, "Forbidden",
                    subject.Text() + named + " is forbidden: " + who + info.verb + " resource " + Quoted(resource) +
                        " in API group " + Quoted(info.group) +
                        (name_space.empty() ? " at the cluster scope" : " in the namespace " + Quoted(name_space)),
                    subject.Details(info.name));
}

}  // namespace kube::apiserver
