// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Whether a body can be left over its closing brace. Only `main` may do that and return a value.
#ifndef SPANSMITH_GENERATOR_SELECT_FALLS_OFF_H_
#define SPANSMITH_GENERATOR_SELECT_FALLS_OFF_H_

namespace clang {
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

// As the compilers see it that warn of unreachable code: conditions that are constants count.
bool FallsOff(const clang::FunctionDecl& function);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_FALLS_OFF_H_
