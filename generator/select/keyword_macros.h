// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Keywords that are macros where a function stands (`#define static`, in a test that wants to see everything): injected
// text has them too, and would be another text there.
#ifndef SPANSMITH_GENERATOR_SELECT_KEYWORD_MACROS_H_
#define SPANSMITH_GENERATOR_SELECT_KEYWORD_MACROS_H_

#include <vector>

namespace clang {
class IdentifierInfo;
class Preprocessor;
class SourceLocation;
}  // namespace clang

namespace spansmith::generator {

class KeywordMacros {
 public:
  // Those that were a macro anywhere in the source.
  explicit KeywordMacros(const clang::Preprocessor& preprocessor);

  // Whether any of them is one there.
  bool At(clang::SourceLocation location) const;

 private:
  const clang::Preprocessor& preprocessor_;
  std::vector<const clang::IdentifierInfo*> defined_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_KEYWORD_MACROS_H_
