// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Marks an object as belonging to an Etcd, so that it goes when the Etcd goes.
#ifndef QUICKSTART_OWNER_REFERENCE_H_
#define QUICKSTART_OWNER_REFERENCE_H_

#include <stdexcept>

#include "api/etcd.h"
#include "api/object.h"

namespace quickstart {

// An object cannot be owned as asked.
class OwnershipError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Throws OwnershipError if the two are in different namespaces or the Etcd has no uid yet.
void SetOwner(const Etcd& owner, ObjectMeta& owned);

}  // namespace quickstart

#endif  // QUICKSTART_OWNER_REFERENCE_H_
