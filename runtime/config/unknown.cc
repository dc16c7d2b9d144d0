// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See unknown.h.
#include "config/unknown.h"

#include <algorithm>
#include <iterator>

namespace spansmith::config {
namespace {

constexpr std::string_view kOurs = "SPANSMITH_";

// All that the runtime reads; tests/docs/variables.py holds it to what it does read.
constexpr std::string_view kVariables[] = {
    "SPANSMITH_BUFFER_SIZE",
    "SPANSMITH_CLOCK",
    "SPANSMITH_CONFIG_FILE",
    "SPANSMITH_CONSOLE",
    "SPANSMITH_ERROR_TEXT_LIMIT",
    "SPANSMITH_EXCEPTION_EVENTS",
    "SPANSMITH_EXCEPTION_STACKTRACE",
    "SPANSMITH_FILTER",
    "SPANSMITH_NO_PROPAGATE_TO",
    "SPANSMITH_PRINT_CONFIG",
    "SPANSMITH_PRINT_STATS",
    "SPANSMITH_PROPAGATE_TO",
    "SPANSMITH_QUEUE_DROP",
    "SPANSMITH_QUEUE_SIZE",
    "SPANSMITH_REDACT",
    "SPANSMITH_REDACT_ERROR_TEXT",
    "SPANSMITH_RETRY_DELAY",
    "SPANSMITH_RETRY_TIME",
    "SPANSMITH_SHUTDOWN_TIMEOUT",
    "SPANSMITH_SIGNALS",
    "SPANSMITH_SPILL_DIRECTORY",
    "SPANSMITH_SPILL_SIZE",
    "SPANSMITH_TAIL_KEEP",
    "SPANSMITH_TAIL_MAX_BYTES",
    "SPANSMITH_TAIL_RATIO",
    "SPANSMITH_TAIL_WAIT",
    "SPANSMITH_THROW_HOOK",
    "SPANSMITH_TRACES_FILE",
    "SPANSMITH_TRACES_FILES",
    "SPANSMITH_TRACES_FILE_SIZE",
};

// Insertions, deletions, replacements and swaps of neighbours that make `b` of `a` (Damerau and Levenshtein's, each
// character in one edit).
std::size_t Edits(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> edits(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t& least = edits[i][j];
      least = i + j;
      if (i != 0) least = std::min(least, edits[i - 1][j] + 1);
      if (j != 0) least = std::min(least, edits[i][j - 1] + 1);
      if (i != 0 && j != 0) least = std::min(least, edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        least = std::min(least, edits[i - 2][j - 2] + 1);
    }
  }
  return edits[a.size()][b.size()];
}

// "": none is near.
std::string_view Nearest(std::string_view name) {
  constexpr std::size_t kMostOfName = 64;  // no name that is so long is near to any
  if (name.size() > kMostOfName) return "";
  const std::string_view own = name.substr(kOurs.size());
  std::string_view nearest;
  std::size_t best = std::min<std::size_t>(3, 1 + own.size() / 6);
  for (const std::string_view known : kVariables) {
    const std::size_t edits = Edits(own, known.substr(kOurs.size()));
    if (edits > best || (edits == best && !nearest.empty())) continue;
    best = edits;
    nearest = known;
  }
  if (!nearest.empty() || own.size() < 4) return nearest;
  const auto longer = std::find_if(std::begin(kVariables), std::end(kVariables),
                                   [&](std::string_view known) { return known.starts_with(name); });
  return longer == std::end(kVariables) ? "" : *longer;
}

}  // namespace

Notices UnknownVariables(const std::vector<std::string>& names) {
  Notices notices;
  for (const std::string& name : names) {
    if (std::find(std::begin(kVariables), std::end(kVariables), name) != std::end(kVariables)) continue;
    if (const std::string_view nearest = Nearest(name); !nearest.empty())
      notices.push_back(name + ": there is no such variable, and it does nothing; did you mean " +
                        std::string(nearest) + "?");
  }
  return notices;
}

std::vector<std::string> NamesToCheck(const char* const* environment, const Variables& code) {
  std::vector<std::string> names;
  const auto add = [&names](std::string_view name) {
    if (name.starts_with(kOurs) && std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
  };
  for (; environment != nullptr && *environment != nullptr; ++environment) {
    const std::string_view entry = *environment;
    add(entry.substr(0, entry.find('=')));
  }
  for (const auto& [name, value] : code) add(name);
  return names;
}

}  // namespace spansmith::config
