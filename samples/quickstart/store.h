// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The API server of this sample: objects in memory. It also plays the StatefulSet controller, one whose pods are ready
// at once. Not thread-safe: the sample has one worker.
#ifndef QUICKSTART_STORE_H_
#define QUICKSTART_STORE_H_

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "api_server.h"

namespace quickstart {

class Store : public ApiServer {
 public:
  // From now on every Apply of an object of this kind is refused, as by a quota.
  void RefuseApply(const std::string& kind) { refused_kind_ = kind; }

  std::optional<Object> Read(const std::string& kind, const ObjectKey& key) const override;
  ApplyResult Apply(const Object& object) override;
  void WriteStatus(const ObjectKey& key, const EtcdStatus& status) override;

 private:
  std::map<std::pair<std::string, ObjectKey>, Object> objects_;
  std::string refused_kind_;
  int uids_given_ = 0;
};

}  // namespace quickstart

#endif  // QUICKSTART_STORE_H_
