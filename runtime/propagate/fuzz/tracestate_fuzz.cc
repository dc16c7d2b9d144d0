// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a tracestate. What must hold: W3C's limits; what is normal stays so; a threshold that is set is there,
// and one that is taken away is not.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "propagate/trace_state.h"

namespace {

using namespace spansmith::propagate;

void CheckState(const std::string& state) {
  if (state.size() > kMaxTraceStateSize || NormalTraceState(state) != state) std::abort();
  std::size_t members = state.empty() ? 0 : 1;
  for (const char c : state) {
    members += c == ',';
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e) std::abort();
  }
  if (members > kMaxTraceStateMembers) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::uint64_t kThreshold = 0xc0000000000000;
  const std::string state = NormalTraceState({reinterpret_cast<const char*>(data), size});
  CheckState(state);
  const std::string with = WithThreshold(state, kThreshold);
  CheckState(with);
  if (ThresholdOf(with) != kThreshold) std::abort();
  const std::string without = WithoutThreshold(with);
  CheckState(without);
  if (ThresholdOf(without)) std::abort();
  return 0;
}
