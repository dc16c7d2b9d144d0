// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a traceparent and, behind a line's end, a tracestate. What must hold: a context, or none; and what is
// written of it is read as the same.
#include <spansmith/propagation.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace spansmith;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t end = text.find('\n');
  // Memory of its own, so that a byte beyond its end is noticed.
  const std::vector<char> header(text.begin(),
                                 text.begin() + static_cast<std::ptrdiff_t>(end == text.npos ? size : end));
  const std::string_view state = end == text.npos ? std::string_view{} : text.substr(end + 1);
  const Context context = ContextOf({header.data(), header.size()}, state);
  if (context.span_id == 0) {
    if (!TraceparentOf(context).empty() || !TracestateOf(context).empty()) std::abort();
    return 0;
  }
  if (context.trace_id_high == 0 && context.trace_id_low == 0) std::abort();
  const std::string written = TraceparentOf(context);
  if (written.size() != 55 || TracestateOf(context).size() > 512) std::abort();
  const Context again = ContextOf(written, TracestateOf(context));
  if (again.trace_id_high != context.trace_id_high || again.trace_id_low != context.trace_id_low ||
      again.span_id != context.span_id || TraceparentOf(again) != written ||
      TracestateOf(again) != TracestateOf(context)) {
    std::abort();
  }
  return 0;
}
