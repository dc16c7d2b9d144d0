// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// From request to answer: access, faults, routes and verbs. What speaks HTTP is above (api_server.cc).
#ifndef SAMPLES_KUBE_APISERVER_REST_SERVICE_H_
#define SAMPLES_KUBE_APISERVER_REST_SERVICE_H_

#include "samples/kube/apiserver/rest/access.h"
#include "samples/kube/apiserver/rest/faults.h"
#include "samples/kube/apiserver/rest/reader.h"

namespace kube::apiserver {

// Thread-safe. Every answer has an Audit-Id.
class Service {
 public:
  Service(Store& store, Registry& registry, Writer& writer, Faults& faults, Tokens tokens)
      : store_(store), registry_(registry), writer_(writer), faults_(faults), tokens_(std::move(tokens)) {}

  // Never throws: what goes wrong is an answer too.
  Answer Serve(const Request& request);

 private:
  Answer Route(const Request& request, const RequestInfo& info);
  Answer ServeResource(const Request& request, const RequestInfo& info, const Target& target);
  Answer Read(const Request& request, const RequestInfo& info, const Target& target);
  Answer Create(const Request& request, const Target& target);
  Answer Update(const Request& request, const Target& target);
  Answer Patch(const Request& request, const Target& target);
  Answer Delete(const Request& request, const Target& target);
  Answer DeleteCollection(const Request& request, const RequestInfo& info, const Target& target);
  Answer ServeScale(const Request& request, const RequestInfo& info, const Target& target);

  Store& store_;
  Registry& registry_;
  Writer& writer_;
  Faults& faults_;
  const Tokens tokens_;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_SERVICE_H_
