// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as B3: the first line as the one header, the next ones as the several. What must hold: a context that is
// whole, or none; what is written of it is read as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

#include "propagate/b3.h"

namespace {

using spansmith::injected::Context;
using spansmith::propagate::B3;

void Check(const std::optional<B3>& b3) {
  if (!b3 || b3->context.span_id == 0) return;
  const Context& context = b3->context;
  if ((context.trace_id_high | context.trace_id_low) == 0) std::abort();
  if ((context.flags & Context::kDebug) != 0 && (context.flags & Context::kSampled) == 0) std::abort();
  const auto again = spansmith::propagate::ParseB3(spansmith::propagate::B3Text(context).text());
  if (!again || again->context.span_id != context.span_id || again->context.flags != context.flags ||
      again->context.trace_id_high != context.trace_id_high || again->context.trace_id_low != context.trace_id_low) {
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<char> bytes(data, data + size);  // memory of its own, so that a byte beyond its end is noticed
  std::string_view rest(bytes.data(), bytes.size());
  std::string_view lines[6];
  for (std::string_view& line : lines) {
    const std::size_t end = rest.find('\n');
    line = rest.substr(0, end);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
  Check(spansmith::propagate::ParseB3(lines[0]));
  Check(spansmith::propagate::ParseB3({lines[1], lines[2], lines[3], lines[4], lines[5]}));
  return 0;
}
