// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What every Kubernetes object has, as far as this operator needs it.
#ifndef QUICKSTART_API_OBJECT_H_
#define QUICKSTART_API_OBJECT_H_

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

namespace quickstart {

// Names one object of a known kind.
struct ObjectKey {
  std::string ns;
  std::string name;

  friend bool operator<(const ObjectKey& a, const ObjectKey& b) {
    return std::tie(a.ns, a.name) < std::tie(b.ns, b.name);
  }
};

// The object that is responsible for another one; empty fields: nobody is.
struct OwnerReference {
  std::string kind;
  std::string name;
  std::string uid;
};

struct ObjectMeta {
  std::string ns;
  std::string name;
  std::string uid;              // given by the store when the object is created without one
  std::int64_t generation = 0;  // counts changes of the spec; kept by the store
  std::map<std::string, std::string> labels;
  OwnerReference owner;

  ObjectKey Key() const { return {ns, name}; }
};

}  // namespace quickstart

#endif  // QUICKSTART_API_OBJECT_H_
