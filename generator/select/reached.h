// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What of a function's body control can come to, as compilers see it when they warn of its end.
#ifndef SPANSMITH_GENERATOR_SELECT_REACHED_H_
#define SPANSMITH_GENERATOR_SELECT_REACHED_H_

#include <memory>
#include <set>

namespace clang {
class CFG;
class FunctionDecl;
class Stmt;
}  // namespace clang

namespace spansmith::generator {

class Reached {
 public:
  // A template's own body, and one that Clang cannot follow, is taken to be reached everywhere. `temporaries`: also
  // where a temporary's destructor does not return.
  explicit Reached(const clang::FunctionDecl& function, bool temporaries = false);
  ~Reached();

  // Whether control may come to a statement of the body.
  bool Has(const clang::Stmt& statement) const;

  // Whether control can come to the closing brace, rather than to a `return`, a throw or what does not return.
  bool End() const;
  // Whether it certainly cannot.
  bool EndIsNot() const { return graph_ != nullptr && !End(); }

 private:
  std::unique_ptr<clang::CFG> graph_;  // null: not known
  std::set<unsigned> live_;            // blocks
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_REACHED_H_
