// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How much a function does, by counting: the cheap measure by which a rule leaves accessors out.
#ifndef SPANSMITH_GENERATOR_SELECT_BODY_SIZE_H_
#define SPANSMITH_GENERATOR_SELECT_BODY_SIZE_H_

namespace clang {
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

struct BodySize {
  unsigned statements = 0;  // nested ones too; blocks, labels and empty statements apart
  unsigned calls = 0;       // of functions, members, operators, lambdas; in a template also what may be a conversion
};

// `definition` has a body. A constructor's initialisers count as nothing, the calls in them as calls; what stands in a
// nested lambda or class is its own.
BodySize SizeOfBody(const clang::FunctionDecl& definition);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_BODY_SIZE_H_
