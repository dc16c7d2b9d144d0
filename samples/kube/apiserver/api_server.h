// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// An API server for operators under test: HTTP on loopback, in process or alone (main.cc), behaving as kube-apiserver
// 1.36.3 does, statuses and bodies included. tests/compat/kube replays recorded exchanges of the real one against it.
//
// What it does NOT do, and why:
// - TLS, certificates, service account tokens: it listens on loopback only.
// - RBAC: a token's user may do everything or nothing; operators under test are not tested for their roles.
// - Admission webhooks, CEL rules (x-kubernetes-validations), API priority and fairness, audit logs: no sample has
//   them.
// - Conversion of CRDs by webhook: versions differ by what their schemas prune.
// - Protobuf and CBOR: clients that prefer them take JSON. JSON and YAML go both ways. kubectl create of a named kind
//   sends protobuf and gets 415; create and apply of files send JSON.
// - Kinds beyond kinds/*.cc: no operator here has them, and discovery does not name them. Validation of built-in kinds
//   covers what operators get wrong (names, selectors, ports, containers, volumes, immutable fields), not every field;
//   the fields of a schedule are not read, and a change of a claim that is refused is not shown as a difference.
// - Subresources of pods, services and nodes that need a kubelet or a connection (log, exec, eviction, proxy...):
// discovery
//   names them, requests get 404. Nobody ends the grace period of a pod that has a node.
// - Controllers: the garbage collector with the protection of claims and the namespace controller run if asked for;
//   nothing makes pods of workloads.
// - Cluster IPs and node ports that a client chooses: another service may have them already.
// - Two CRDs for the same names: both are accepted, the later one is served.
// - Tables (kubectl get) of pods do not tell why init containers wait.
// - OpenAPI documents: kubectl apply needs --validate=false.
// - A Scale has no managedFields, in messages either. An object that an apply ends is shown without its finalizers, not
//   with null for them.
// - managedFields: the CRD controller's own entry is missing; entries are not capped (the real one merges the oldest of
// more
//   than ten into "ancient-changes").
// - ControllerRevision: data is compared by value, not by its bytes.
// - Order: fields of a body are sorted by name; several causes of one 422, and type errors of one apply, may come in
// another
//   order.
// - A method that no path knows gets 405 without an access check: the HTTP library has not read the headers by then.
// - On disk: a snapshot up to 100 ms old survives a crash; watches from before a restart get 410.
#ifndef SAMPLES_KUBE_APISERVER_API_SERVER_H_
#define SAMPLES_KUBE_APISERVER_API_SERVER_H_

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "samples/kube/apiserver/rest/access.h"
#include "samples/kube/apiserver/rest/faults.h"

namespace kube::apiserver {

struct ApiServerOptions {
  int port = 0;                     // 0: a free one
  Tokens tokens;                    // empty: no authentication, everybody may do all
  bool collect = true;              // garbage collector and namespace controller
  std::filesystem::path directory;  // where the objects survive a restart; empty: in memory only
  std::size_t history = 100000;     // changes kept for watches
};

// Serves from construction to destruction. Thread-safe.
class ApiServer {
 public:
  // Throws std::runtime_error: the port is taken, the directory holds something else.
  explicit ApiServer(const ApiServerOptions& options);
  ~ApiServer();  // ends running watches and waits for requests

  int port() const;
  std::string url() const;  // http://127.0.0.1:PORT

  Faults& faults();
  void Compact();  // drops the history before now: older watches and continue tokens get 410

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_API_SERVER_H_
