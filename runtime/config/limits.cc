// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See limits.h.
#include "config/limits.h"

namespace spansmith::config {

Limits ReadLimits(const Environment& environment, Notices& notices) {
  constexpr long long kMost = 1'000'000'000;
  const auto read = [&](const char* name, std::size_t otherwise) {
    if (environment(name).empty()) return otherwise;
    if (otherwise != Limits::kNone) {
      return static_cast<std::size_t>(
          ReadNumber(environment, name, 0, kMost, static_cast<long long>(otherwise), notices));
    }
    Notices wrong;
    const auto limit = static_cast<std::size_t>(ReadNumber(environment, name, 0, kMost, kMost, wrong));
    if (wrong.empty()) return limit;
    notices.push_back(BadValue(name, environment(name), "a whole number from 0 to " + std::to_string(kMost), "none"));
    return otherwise;
  };
  Limits limits;
  const std::size_t attributes = read("OTEL_ATTRIBUTE_COUNT_LIMIT", limits.attributes);
  limits.attributes = read("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", attributes);
  limits.event_attributes = read("OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", attributes);
  limits.link_attributes = read("OTEL_LINK_ATTRIBUTE_COUNT_LIMIT", attributes);
  limits.events = read("OTEL_SPAN_EVENT_COUNT_LIMIT", limits.events);
  limits.links = read("OTEL_SPAN_LINK_COUNT_LIMIT", limits.links);
  limits.value_length =
      read("OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", read("OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", limits.value_length));
  return limits;
}

}  // namespace spansmith::config
