// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How much of a span is exported (OpenTelemetry specification, common/README.md, attribute limits; trace/sdk.md, span
// limits). What comes later than the limit is left out, and counted in the span. Applied by the drain thread, so they
// cost the program's threads nothing. Written by lifecycle before that thread starts.
#ifndef SPANSMITH_DRAIN_LIMITS_H_
#define SPANSMITH_DRAIN_LIMITS_H_

#include <spansmith/span_data.h>

#include "config/limits.h"

namespace spansmith::drain {

inline constinit config::Limits limits;

void Apply(const config::Limits& limits, SpanData& span);

// To `most` code points of UTF-8.
void Truncate(std::size_t most, std::string& text);

}  // namespace spansmith::drain

#endif  // SPANSMITH_DRAIN_LIMITS_H_
