// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// B3, Zipkin's headers: one (`b3`) or several (`X-B3-*`). github.com/openzipkin/b3-propagation; what of it
// OpenTelemetry asks for: specification, context/api-propagators.md, "B3 Requirements". Pure.
#ifndef SPANSMITH_PROPAGATE_B3_H_
#define SPANSMITH_PROPAGATE_B3_H_

#include <spansmith/injected.h>

#include <optional>
#include <string_view>

namespace spansmith::propagate {

// A context as B3 has it. Without `sampled` whoever receives it decides. Without a context: a decision alone, or
// nothing.
struct B3 {
  injected::Context context;
  std::optional<bool> sampled;  // true where `context` has kDebug
};

// nullopt: malformed.
std::optional<B3> ParseB3(std::string_view header);

struct B3Headers {
  std::string_view trace_id, span_id, parent_span_id, sampled, flags;  // empty: it did not come
};
std::optional<B3> ParseB3(const B3Headers& headers);

// "<trace id>-<span id>-<1, 0 or d>". No allocation.
class B3Text {
 public:
  explicit B3Text(const injected::Context& context) noexcept;  // which has a span
  std::string_view text() const noexcept { return {text_, sizeof text_}; }

 private:
  char text_[32 + 1 + 16 + 1 + 1];
};

}  // namespace spansmith::propagate

#endif  // SPANSMITH_PROPAGATE_B3_H_
