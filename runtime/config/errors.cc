// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See errors.h.
#include "config/errors.h"

#include <string_view>

#include "config/redaction.h"

namespace spansmith::config {
namespace {

constexpr std::string_view kEndsAStar = " \t\r\n\"',;";

// Characters of the text, both in lower case, that the pattern takes from its beginning; npos: it does not match.
std::size_t Taken(std::string_view pattern, std::string_view text) {
  std::size_t t = 0;
  for (std::size_t p = 0; p < pattern.size(); ++p) {
    if (pattern[p] != '*') {
      if (t == text.size() || text[t] != pattern[p]) return std::string_view::npos;
      ++t;
      continue;
    }
    std::size_t end = std::min(text.find_first_of(kEndsAStar, t), text.size());
    const std::string_view rest = pattern.substr(p + 1);
    const std::string_view literal = rest.substr(0, rest.find('*'));
    if (!literal.empty()) {  // as far as what follows in the pattern stands last, within the word
      const std::size_t last = text.substr(0, std::min(end + literal.size(), text.size())).rfind(literal);
      if (last == std::string_view::npos || last < t) return std::string_view::npos;
      end = last;
    }
    t = end;
  }
  return t;
}

Errors::Events ReadEvents(const Environment& environment, Notices& notices) {
  constexpr char kName[] = "SPANSMITH_EXCEPTION_EVENTS";
  const std::string value = environment(kName);
  const std::string word = Lower(Trim(value));
  if (word == "first") return Errors::Events::kFirst;
  if (word == "none") return Errors::Events::kNone;
  if (!word.empty() && word != "all") notices.push_back(BadValue(kName, value, "all, first or none", "all"));
  return Errors::Events::kAll;
}

bool ReadStackTraces(const Environment& environment, Notices& notices) {
  constexpr char kName[] = "SPANSMITH_EXCEPTION_STACKTRACE";
  const std::string value = environment(kName);
  const std::string word = Lower(Trim(value));
  if (!word.empty() && word != "on" && word != "off") notices.push_back(BadValue(kName, value, "on or off", "off"));
  return word == "on";
}

// OpenTelemetry's semantic conventions, exceptions/README.md: a list, of which other words mean other conventions.
Errors::Signal ReadSignal(const Environment& environment) {
  Errors::Signal signal = Errors::Signal::kEvents;
  for (const std::string& word : ReadPatterns(environment("OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN"))) {
    if (word == "logs/dup") return Errors::Signal::kBoth;  // the one that loses nothing, if there are both
    if (word == "logs") signal = Errors::Signal::kLogs;
  }
  return signal;
}

}  // namespace

Errors ReadErrors(const Environment& environment, Notices& notices) {
  Errors errors;
  errors.events = ReadEvents(environment, notices);
  errors.stack_traces = ReadStackTraces(environment, notices);
  errors.text_limit = static_cast<std::size_t>(
      ReadNumber(environment, "SPANSMITH_ERROR_TEXT_LIMIT", 0, Errors::kMostText, Errors::kMostText, notices));
  errors.signal = ReadSignal(environment);
  errors.redactions = ReadPatterns(environment("SPANSMITH_REDACT_ERROR_TEXT"));
  return errors;
}

std::string RedactText(const std::vector<std::string>& patterns, std::string text) {
  for (const std::string& pattern : patterns) {
    const std::string lower = Lower(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t taken = Taken(pattern, std::string_view(lower).substr(at));
      const bool matches = taken != std::string_view::npos && taken != 0;
      if (matches) {
        out += Redaction::kValue;
        at += taken;
      } else {
        out += text[at++];
      }
    }
    text = std::move(out);
  }
  return text;
}

}  // namespace spansmith::config
