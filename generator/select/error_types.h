// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which types of returned values may say that there was an error: those with a specialisation of
// spansmith::ErrorTraits, and those whose members make one of the shapes in runtime/include/spansmith/errors/. The
// compiler has the last word (spansmith/errors/boxes.h); what is not known here is left alone, so a type without such a
// meaning costs nothing.
#ifndef SPANSMITH_GENERATOR_SELECT_ERROR_TYPES_H_
#define SPANSMITH_GENERATOR_SELECT_ERROR_TYPES_H_

#include <clang/AST/Type.h>

namespace clang {
class ASTContext;
class ClassTemplateDecl;
class CXXRecordDecl;
class FunctionDecl;
}  // namespace clang

namespace spansmith::generator {

class ErrorTypes {
 public:
  explicit ErrorTypes(const clang::ASTContext& context);

  // Of a function's returned value. Not of references: those hand out an object of somebody's. A type that is not known
  // yet, in a template, may be one if nothing speaks against it.
  bool MayBe(clang::QualType type) const;

  // Of a part that is converted into the returned value: that, or an error by its name (std::unexpected).
  bool MayBePart(clang::QualType type) const;

  // Whether `part` is what `type` holds where there is no error: StatusOr<T>, expected<T, E> from a T.
  bool IsValueOf(clang::QualType part, clang::QualType type) const;

  // Whether a specialisation of ErrorTraits for the type stands behind the function, which then cannot use it.
  bool ComesTooLate(clang::QualType type, const clang::FunctionDecl& function) const;

 private:
  bool HasTraits(clang::QualType type) const;

  const clang::ASTContext& context_;
  const clang::ClassTemplateDecl* traits_ = nullptr;  // spansmith::ErrorTraits, where the source has it
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_ERROR_TYPES_H_
