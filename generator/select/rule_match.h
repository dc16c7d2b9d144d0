// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which rules match a function of the tree.
#ifndef SPANSMITH_GENERATOR_SELECT_RULE_MATCH_H_
#define SPANSMITH_GENERATOR_SELECT_RULE_MATCH_H_

#include <clang/AST/Type.h>

#include <string>
#include <vector>

#include "generator/rulefile/rule.h"
#include "generator/rulefile/usage.h"

namespace clang {
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

class RuleMatcher {
 public:
  // `rules` outlives the matcher. `project`: an absolute folder, to which file globs are relative.
  RuleMatcher(const std::vector<Rule>& rules, std::string project) : rules_(rules), project_(std::move(project)) {}

  // In their order, refining ones included. `misses`, unless null: rules that name the function, and another condition
  // of which does not hold.
  std::vector<const Rule*> Matching(const clang::FunctionDecl& definition, std::vector<NearMiss>* misses) const;
  // Whether some rule would match it but for an `exclude` that asks how much it does.
  bool TooSmall(const clang::FunctionDecl& definition) const;
  // The same of a call of `callee` in `file`; `object`: the type that it is a member of, or null.
  std::vector<const Rule*> MatchingCalls(const clang::FunctionDecl& callee, clang::QualType object,
                                         const std::string& file) const;
  // The file that it stands in, as file globs see it.
  std::string FileOf(const clang::FunctionDecl& definition) const;

 private:
  struct Subject;
  std::vector<const Rule*> Matching(const Subject& subject, bool calls, std::vector<NearMiss>* misses) const;

  const std::vector<Rule>& rules_;
  std::string project_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_RULE_MATCH_H_
