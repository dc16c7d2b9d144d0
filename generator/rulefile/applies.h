// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Whether a rule can apply to a source at all, told from the words and the files of its preprocessed text: the cheap
// question before a parse. Never "no" where a function could match.
#ifndef SPANSMITH_GENERATOR_RULEFILE_APPLIES_H_
#define SPANSMITH_GENERATOR_RULEFILE_APPLIES_H_

#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "generator/rulefile/rule.h"

namespace spansmith::generator {

struct SourceWords {
  std::unordered_set<std::string> identifiers;
  std::vector<std::string> files;  // as path globs see them (glob.h)
};

bool MayApply(const Rule& rule, const SourceWords& words);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_RULEFILE_APPLIES_H_
