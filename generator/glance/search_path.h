// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Where a compiler looks for headers, as it says itself under a command's own options.
#ifndef SPANSMITH_GENERATOR_GLANCE_SEARCH_PATH_H_
#define SPANSMITH_GENERATOR_GLANCE_SEARCH_PATH_H_

#include <optional>
#include <string>
#include <vector>

#include "generator/invocation/compile_command.h"

namespace spansmith::generator {

struct SearchPath {
  std::vector<std::string> quoted;  // for "name", behind the includer's folder and before `angled`
  std::vector<std::string> angled;  // for <name>

  bool operator==(const SearchPath&) const = default;
};

// What the compiler says (-v) of an empty source under the command's options; kept in the cache. Empty: it refuses
// them, or says nothing that ReadSearchPath can read.
std::string AskSearchPath(const CompileCommand& command);

// Nothing: the text has no whole list, or one of a kind that is not known (frameworks).
std::optional<SearchPath> ReadSearchPath(const std::string& verbose);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_GLANCE_SEARCH_PATH_H_
