// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which lines of preprocessed text may open a function's body: a guess by the words before each `{` that takes classes,
// namespaces, enumerations, initialisers and statements for none. It errs towards a body. No Clang types.
#ifndef SPANSMITH_GENERATOR_FRONTEND_BODY_BRACES_H_
#define SPANSMITH_GENERATOR_FRONTEND_BODY_BRACES_H_

#include <string_view>

namespace spansmith::generator {

// Not thread-safe.
class BodyBraces {
 public:
  // Whether a `{` on this line may open a body; the lines of a file in their order.
  bool Line(std::string_view line);

 private:
  void Word(std::string_view word);
  void Parenthesis();

  enum class Head { kUnknown, kType, kBases, kStatement };  // what stands before the next `{`, as far as one knows
  Head head_ = Head::kUnknown;
  bool call_ = false;      // the head has a list of parameters
  bool skips_ = false;     // the next parentheses are those of `alignas` and the like
  char before_ = 0;        // the last letter that is no blank
  unsigned depth_ = 0;     // parentheses
  bool template_ = false;  // between `template` and its last `>`
  unsigned angles_ = 0;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_BODY_BRACES_H_
