// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads one Etcd from a YAML file.
#ifndef QUICKSTART_MANIFEST_H_
#define QUICKSTART_MANIFEST_H_

#include <stdexcept>
#include <string>

#include "api/etcd.h"

namespace quickstart {

// what() is "file:line:column: what is wrong: what was expected; what to do", or "file: ..." where no line applies.
class ManifestError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// metadata.namespace defaults to "default"; spec.replicas to 3. Throws ManifestError.
Etcd ReadManifest(const std::string& path);

}  // namespace quickstart

#endif  // QUICKSTART_MANIFEST_H_
