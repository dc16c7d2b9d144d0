// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the operator's client talks to. In this sample a store in the same process stands behind it; in a cluster it
// would be HTTP. An object that does not exist is an answer (nullopt), every refusal is an ApiError.
#ifndef QUICKSTART_API_SERVER_H_
#define QUICKSTART_API_SERVER_H_

#include <optional>
#include <string>
#include <variant>

#include "api/etcd.h"
#include "api/object.h"
#include "api/service.h"
#include "api/statefulset.h"

namespace quickstart {

using Object = std::variant<Etcd, StatefulSet, Service>;

enum class ApplyResult { kCreated, kUpdated, kUnchanged };

// "created", "updated", "unchanged".
const char* ToString(ApplyResult result);

class ApiServer {
 public:
  virtual ~ApiServer() = default;

  virtual std::optional<Object> Read(const std::string& kind, const ObjectKey& key) const = 0;
  // Creates the object, or gives it this spec. Its status stays as it is.
  virtual ApplyResult Apply(const Object& object) = 0;
  // Throws ApiError("NotFound") if there is no such Etcd.
  virtual void WriteStatus(const ObjectKey& key, const EtcdStatus& status) = 0;
};

}  // namespace quickstart

#endif  // QUICKSTART_API_SERVER_H_
