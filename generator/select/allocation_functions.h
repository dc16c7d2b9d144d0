// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A program's own operator new, malloc and their like, and what they call: the runtime allocates when it starts, and
// would come back in while a lock of theirs is held.
#ifndef SPANSMITH_GENERATOR_SELECT_ALLOCATION_FUNCTIONS_H_
#define SPANSMITH_GENERATOR_SELECT_ALLOCATION_FUNCTIONS_H_

#include <set>

namespace clang {
class ASTContext;
class DeclContext;
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

class AllocationFunctions {
 public:
  // Looks at what is defined under these names, and through its calls of what is defined in this translation unit.
  explicit AllocationFunctions(clang::ASTContext& context);

  // Any operator new or delete, of a class too; else the global ones and what they call.
  bool Has(const clang::FunctionDecl& function) const;

 private:
  std::set<const clang::FunctionDecl*> functions_;  // canonical
};

// Whether an operator new or delete of some class has a body here, in a system header too; not looking into functions.
bool DefinesClassAllocation(const clang::DeclContext& context);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_ALLOCATION_FUNCTIONS_H_
