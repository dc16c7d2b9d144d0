// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The Service through which clients reach an etcd cluster.
#ifndef QUICKSTART_API_SERVICE_H_
#define QUICKSTART_API_SERVICE_H_

#include <map>
#include <string>

#include "api/object.h"

namespace quickstart {

struct ServiceSpec {
  int port = 0;
  std::map<std::string, std::string> selector;

  friend bool operator==(const ServiceSpec& a, const ServiceSpec& b) {
    return a.port == b.port && a.selector == b.selector;
  }
};

struct Service {
  static constexpr char kKind[] = "Service";

  ObjectMeta meta;
  ServiceSpec spec;
};

}  // namespace quickstart

#endif  // QUICKSTART_API_SERVICE_H_
