// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Variables that nobody reads, and that somebody meant to be read: SPANSMITH_FLITER.
#ifndef SPANSMITH_CONFIG_UNKNOWN_H_
#define SPANSMITH_CONFIG_UNKNOWN_H_

#include <string>
#include <string_view>
#include <vector>

#include "config/layers.h"
#include "config/values.h"

namespace spansmith::config {

// A line for each name that begins with SPANSMITH_, is no variable of the runtime, and is spelled nearly as one is, or
// is the beginning of one. Others are not the runtime's: the tool's (SPANSMITH_CACHE_DIR), the program's own.
Notices UnknownVariables(const std::vector<std::string>& names);

// The names that may be so in the process's environment, and in what the program set.
std::vector<std::string> NamesToCheck(const char* const* environment, const Variables& code);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_UNKNOWN_H_
