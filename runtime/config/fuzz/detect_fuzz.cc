// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as /proc/self/cgroup and /proc/self/mountinfo. What must hold: an id of a container, or none.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "config/detect.h"

namespace {

void Check(const std::string& id) {
  if (id.empty()) return;
  if (id.size() != 64 || id.find_first_not_of("0123456789abcdef") != std::string::npos) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Check(spansmith::config::ContainerIdInCgroup(text));
  Check(spansmith::config::ContainerIdInMountinfo(text));
  return 0;
}
