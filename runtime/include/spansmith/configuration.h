// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the runtime was configured with, for a person who asks. C++17, standard library only.
#ifndef SPANSMITH_CONFIGURATION_H_
#define SPANSMITH_CONFIGURATION_H_

#include <string>

namespace spansmith {

class Runtime {
 public:
  // A line for each thing, `NAME: value`, with the name of its environment variable; `resource <key>: value` for each
  // attribute of the resource. No secret is in it: values of headers, user and password of a URL, and resource
  // attributes whose key sounds like one, are ***. Reads the environment if no span has begun yet. Any thread; "" if
  // there is no memory.
  static std::string EffectiveConfiguration() noexcept;
};

}  // namespace spansmith

#endif  // SPANSMITH_CONFIGURATION_H_
