// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What spans say about errors: SPANSMITH_EXCEPTION_EVENTS, SPANSMITH_EXCEPTION_STACKTRACE, SPANSMITH_ERROR_TEXT_LIMIT,
// SPANSMITH_REDACT_ERROR_TEXT, OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN.
#ifndef SPANSMITH_CONFIG_ERRORS_H_
#define SPANSMITH_CONFIG_ERRORS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

struct Errors {
  enum class Events { kAll, kFirst, kNone };
  enum class Signal { kEvents, kLogs, kBoth };
  static constexpr std::size_t kMostText = 4096;

  Events events = Events::kAll;         // spans that get an `exception` event: all it leaves, the first one, none
  Signal signal = Signal::kEvents;      // what becomes of them: events, log records instead, both
  bool stack_traces = false;            // exception.stacktrace in the first one
  std::size_t text_limit = kMostText;   // characters (code points) of a message, and of a status description
  std::vector<std::string> redactions;  // patterns of what must not stand in them
};

Errors ReadErrors(const Environment& environment, Notices& notices);

// The text with each part that a pattern matches as `[redacted]`. In a pattern `*` stands for any characters but
// blanks, quotes, commas and semicolons, as many as there are; other characters for themselves, in either case.
std::string RedactText(const std::vector<std::string>& patterns, std::string text);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_ERRORS_H_
