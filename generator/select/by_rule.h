// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What rules select: definitions, and calls. What they leave out is no message, but accounted for.
#ifndef SPANSMITH_GENERATOR_SELECT_BY_RULE_H_
#define SPANSMITH_GENERATOR_SELECT_BY_RULE_H_

#include <map>
#include <vector>

#include "generator/rulefile/merge.h"
#include "generator/select/allocation_functions.h"
#include "generator/select/macro_bodies.h"
#include "generator/select/rule_match.h"
#include "generator/select/selecting.h"

namespace spansmith::generator {

class ByRule {
 public:
  explicit ByRule(Selecting* selecting);

  // Whether rules are about what stands there: in the project's own headers; of the source they always are.
  bool Reaches(clang::SourceLocation location);

  // A definition; one with an annotation of its own is left alone. `lambda`: whose call operator it is, else null.
  void AddSpan(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda, bool annotated);
  // The calls in its body, those that annotations of what is called are about too.
  void AddCalls(const clang::FunctionDecl& function);
  // A definition in which nothing can be done, whatever rules ask for.
  void LeaveOut(const clang::FunctionDecl& function, ReasonCode reason);
  // At the end: what becomes of bodies that begin out of a macro.
  void Finish() { macro_bodies_.Finish(&selecting_.out); }

 private:
  bool AreAbout(const clang::FunctionDecl& definition);
  MergedRules Match(const clang::FunctionDecl& function);
  ReasonCode WhyNotSelected(const clang::FunctionDecl& function) const;
  void AddCarries(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda, const Body& body,
                  const MergedRules& rules);
  void AddMacroBody(const clang::FunctionDecl& function, const Body& body, clang::SourceLocation brace,
                    const MergedRules& rules, ReasonCode left_out);
  SiteReturns::Refused RefusedBy(const MergedRules& rules, const Site& site) const;

  Selecting& selecting_;
  RuleMatcher matcher_;
  std::map<unsigned, bool> reached_;   // Reaches' answers, by the file's hash
  std::vector<const Rule*> matching_;  // of the function that was looked at last
  MacroBodies macro_bodies_;
  AllocationFunctions allocations_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_BY_RULE_H_
