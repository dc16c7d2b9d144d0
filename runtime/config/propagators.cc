// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See propagators.h.
#include "config/propagators.h"

#include <string_view>

namespace spansmith::config {
namespace {

struct Row {
  std::string_view name;
  bool Propagators::* member;
};
constexpr Row kTable[] = {
    {"tracecontext", &Propagators::trace_context},
    {"baggage", &Propagators::baggage},
    {"b3", &Propagators::b3},
    {"b3multi", &Propagators::b3_multi},
};

}  // namespace

Propagators ReadPropagators(const Environment& environment, Notices& notices) {
  constexpr char kName[] = "OTEL_PROPAGATORS";
  const std::string value = environment(kName);
  if (value.empty()) return {};
  Propagators asked;
  asked.trace_context = asked.baggage = false;
  bool none = false;
  bool known = false;
  std::string_view rest = value;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    const std::string name = Lower(Trim(rest.substr(0, comma)));
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    if (name.empty()) continue;
    if (name == "none") {
      none = true;
      continue;
    }
    bool found = false;
    for (const Row& row : kTable) {
      if (row.name != name) continue;
      found = known = true;
      asked.*row.member = true;
      if (row.member == &Propagators::trace_context) asked.b3_last = false;
      if (row.member == &Propagators::b3 || row.member == &Propagators::b3_multi) asked.b3_last = true;
    }
    if (!found) {
      notices.push_back(
          BadValue(kName, name, "tracecontext, baggage, b3, b3multi or none, separated by commas", "the others only"));
    }
  }
  if (none && known) notices.push_back(BadValue(kName, value, "none alone, or propagators", "none"));
  if (none) {
    asked = {};
    asked.trace_context = asked.baggage = false;
    return asked;
  }
  return known ? asked : Propagators{};
}

std::string Text(const Propagators& propagators) {
  std::string text;
  for (const Row& row : kTable) {
    if (propagators.*row.member) text.append(text.empty() ? "" : ",").append(row.name);
  }
  return text.empty() ? "none" : text;
}

}  // namespace spansmith::config
