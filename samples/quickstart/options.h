// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The command line of the sample.
#ifndef QUICKSTART_OPTIONS_H_
#define QUICKSTART_OPTIONS_H_

#include <optional>
#include <stdexcept>
#include <string>

#include "api/object.h"

namespace quickstart {

extern const char kUsage[];

struct Options {
  std::string manifest;                // path of the YAML file
  std::optional<ObjectKey> reconcile;  // nullopt: the object of the manifest
  std::string fail_apply;              // kind whose apply is refused; empty: none
  bool help = false;
};

// what() says which argument is wrong, what was expected and what to do.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Throws UsageError.
Options ParseOptions(int argc, const char* const* argv);

}  // namespace quickstart

#endif  // QUICKSTART_OPTIONS_H_
