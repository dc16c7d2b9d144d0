// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A call as it is written: what it may call, of which object, with which arguments, and where each of these stands.
#ifndef SPANSMITH_GENERATOR_SELECT_CALL_PARTS_H_
#define SPANSMITH_GENERATOR_SELECT_CALL_PARTS_H_

#include <clang/AST/Type.h>
#include <clang/Basic/SourceLocation.h>

#include <optional>
#include <vector>

namespace clang {
class CallExpr;
class CXXConstructExpr;
class CXXUnresolvedConstructExpr;
class Expr;
class FunctionDecl;
class VarDecl;
}  // namespace clang

namespace spansmith::generator {

struct CallParts {
  enum class Object {
    kNone,       // a function of no object, or a constructor
    kImplicit,   // a member of this one
    kReference,  // object.f()
    kPointer,    // object->f()
  };

  std::vector<const clang::FunctionDecl*> callees;  // more than one: a template leaves open which overload it is
  std::vector<const clang::Expr*> arguments;        // as written; up to the first pack expansion
  Object object = Object::kNone;
  clang::QualType object_type;  // of a member call
  bool constructs = false;
  bool template_arguments = false;  // the callee's are written
  clang::SourceLocation begin;      // of the whole expression; of a variable's constructor: of its name
  clang::SourceLocation last;       // its last token
  clang::SourceLocation callee;     // kReference, kPointer: the operator; else where the callee begins
  clang::SourceLocation name;       // the callee's last name
  clang::SourceLocation parens;     // of a function of no object in parentheses: the last of them; else invalid
};

// Nothing: an operator, a literal, a call of something that has no name.
std::optional<CallParts> PartsOf(const clang::CallExpr& call);
// Nothing: a conversion that nobody wrote.
std::optional<CallParts> PartsOf(const clang::CXXConstructExpr& call);
// `T(arguments)` in a template, T known.
std::optional<CallParts> PartsOf(const clang::CXXUnresolvedConstructExpr& call);
// `T name(arguments)` in a template, T known and the arguments not; nothing: another declaration.
std::optional<CallParts> PartsOf(const clang::VarDecl& variable);

// Whether a value of the type can be called, or nobody can say.
bool MayBeCallable(clang::QualType type);
// Whether an object of the type can be copied; true where that is not known yet.
bool MayBeCopied(clang::QualType type);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_CALL_PARTS_H_
