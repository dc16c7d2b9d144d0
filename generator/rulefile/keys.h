// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Every key of a rule file, in one table: what the loader takes, what messages name, what the published schema says.
#ifndef SPANSMITH_GENERATOR_RULEFILE_KEYS_H_
#define SPANSMITH_GENERATOR_RULEFILE_KEYS_H_

#include <string>
#include <string_view>
#include <vector>

namespace spansmith::generator {

// The mappings of a rule file.
enum class RuleMapping { kFile, kRule, kMatch };

enum class RuleValue {
  kRules,           // a list of kRule mappings
  kMatches,         // a kMatch mapping, or a list of them
  kText,            // text
  kWord,            // one of the row's words
  kFlag,            // true or false
  kExpression,      // C++ (a number or true and false too)
  kExpressionList,  // one or a list of them
  kAttributes,      // a mapping: attribute key to expression
  kTextList,        // a text or a list of texts
  kPositions,       // a whole number from 1 on, or a list of them
  kNameGlobs,       // the same, each a name glob
  kPathGlobs,       // the same, each a path glob
  kTypePatterns,    // the same, each a type pattern
  kOverload,        // a list of type patterns, perhaps empty
  kCount,           // a whole number, 0 or more
};

struct RuleKey {
  RuleMapping in;
  std::string_view name;
  RuleValue value;
  std::vector<std::string_view> words;  // kWord: what it may be
  std::string_view says;                // one sentence, for the schema
};

const std::vector<RuleKey>& RuleKeys();
const RuleKey* FindRuleKey(RuleMapping in, std::string_view name);

// "`match`, `exclude`, ...": the keys of a mapping, for messages.
std::string RuleKeyList(RuleMapping in);
std::string WordList(const std::vector<std::string_view>& words);
// What a value of this kind is, for messages: "text", "true or false".
std::string Describe(RuleValue value);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_RULEFILE_KEYS_H_
