// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// OTEL_SPAN_*_LIMIT, OTEL_ATTRIBUTE_*_LIMIT, OTEL_EVENT_* and OTEL_LINK_ATTRIBUTE_COUNT_LIMIT.
#ifndef SPANSMITH_CONFIG_LIMITS_H_
#define SPANSMITH_CONFIG_LIMITS_H_

#include <cstddef>

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

struct Limits {
  static constexpr std::size_t kNone = ~std::size_t{0};

  std::size_t attributes = 128;  // of a span
  std::size_t events = 128;
  std::size_t links = 128;
  std::size_t event_attributes = 128;  // of one event
  std::size_t link_attributes = 128;   // of one link
  std::size_t value_length = kNone;    // characters (code points) of a string value
};

Limits ReadLimits(const Environment& environment, Notices& notices);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_LIMITS_H_
