// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The operator's view of the API server, with types. Every call that would go over the network in a cluster is a span.
#ifndef QUICKSTART_CLIENT_H_
#define QUICKSTART_CLIENT_H_

#include <optional>

#include <spansmith/annotations.h>

#include "api_server.h"

namespace quickstart {

class SPANSMITH_SCOPE("multigres.io/etcd-controller") Client {
 public:
  // The server must outlive the client.
  explicit Client(ApiServer& server) : server_(server) {}

  // nullopt: there is no such object. T is Etcd, StatefulSet or Service.
  template <typename T>
  std::optional<T> Get(const ObjectKey& key) const;

  // The same from what the client has seen already: no call, hence no span.
  template <typename T>
  std::optional<T> Cached(const ObjectKey& key) const;

  ApplyResult CreateOrUpdate(const StatefulSet& object);
  ApplyResult CreateOrUpdate(const Service& object);

  void WriteStatus(const Etcd& etcd);

 private:
  ApiServer& server_;
};

}  // namespace quickstart

#endif  // QUICKSTART_CLIENT_H_
