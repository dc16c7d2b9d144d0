// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// SPANSMITH_FILTER: which instrumented functions are on. `multigres.io/*=on,**=off`: rules, the first that matches
// decides, and where none does the function is on. A pattern is for the name of the scope, or, if it holds `::`, for
// the function's qualified name. `*` stands for any characters but `/` and `:`, `**` for any, `?` for one. Pure.
#ifndef SPANSMITH_CONFIG_FILTER_H_
#define SPANSMITH_CONFIG_FILTER_H_

#include <string>
#include <string_view>
#include <vector>

namespace spansmith::config {

struct FilterRule {
  std::string pattern;
  bool on = true;
};
using Filter = std::vector<FilterRule>;

// Into `filter`, which stays as it was if the text is malformed. Returns "" or the rule that is.
std::string ParseFilter(std::string_view text, Filter& filter);

bool IsOn(const Filter& filter, std::string_view scope, std::string_view function);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_FILTER_H_
