// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Who may do what: bearer tokens, users with all rights or none. Not RBAC.
#ifndef SAMPLES_KUBE_APISERVER_REST_ACCESS_H_
#define SAMPLES_KUBE_APISERVER_REST_ACCESS_H_

#include <map>
#include <string>

#include "samples/kube/apiserver/rest/request.h"

namespace kube::apiserver {

struct User {
  std::string name;
  bool may_all = false;
};

// Tokens to users; empty: whoever comes may do all.
using Tokens = std::map<std::string, User>;

// Throws 401 and 403.
void CheckAccess(const Tokens& tokens, const Request& request, const RequestInfo& info);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_ACCESS_H_
