// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Whether a function ends in a call of itself: an optimiser makes a loop of that, but not with a guard in the way,
// whose end comes after the call. So such functions are left out, lest they use up the stack.
#ifndef SPANSMITH_GENERATOR_SELECT_TAIL_CALL_H_
#define SPANSMITH_GENERATOR_SELECT_TAIL_CALL_H_

namespace clang {
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

// Looks through conditionals, commas, && and || in returns, at the last statement of a void function, and at a call
// followed by `return;`. In templates, where the callee is not known yet, a call of the same name counts.
bool EndsInCallOfItself(const clang::FunctionDecl& function);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_TAIL_CALL_H_
