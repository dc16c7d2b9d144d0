// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The annotation macros by what they are; annotations.h defines them. One table, so that a new one is a row.
#ifndef SPANSMITH_GENERATOR_SELECT_ANNOTATION_NAMES_H_
#define SPANSMITH_GENERATOR_SELECT_ANNOTATION_NAMES_H_

#include <array>
#include <optional>
#include <string_view>

#include "generator/site/site.h"

namespace spansmith::generator {

enum class AnnotationClass {
  kSpan,               // on a function: makes it a site
  kOption,             // in a span annotation's arguments
  kOptionOrStatement,  // that, or a statement in a body
  kStatement,          // in a body
  kMark,               // on a declaration
};

struct AnnotationName {
  std::string_view macro;
  std::string_view mark;  // its string in the tree, after "spansmith:"
  AnnotationClass klass;
  std::size_t values;  // strings that follow an option's mark in the attribute
};

inline constexpr std::array<AnnotationName, 11> kAnnotationNames = {{
    {"SPANSMITH_RECONCILE", "reconcile", AnnotationClass::kSpan, 0},
    {"SPANSMITH_BUILD", "build", AnnotationClass::kSpan, 0},
    {"SPANSMITH_UPDATE_STATUS", "update_status", AnnotationClass::kSpan, 0},
    {"SPANSMITH_SPAN", "span", AnnotationClass::kSpan, 0},
    {"SPANSMITH_ATTR", "attr", AnnotationClass::kOption, 2},
    {"SPANSMITH_RETURN_ATTR", "return_attr", AnnotationClass::kOption, 2},
    {"SPANSMITH_KIND", "kind", AnnotationClass::kOption, 1},
    {"SPANSMITH_ERROR_TEXT", "error_text", AnnotationClass::kOptionOrStatement, 1},
    {"SPANSMITH_NOTE", "note", AnnotationClass::kStatement, 2},
    {"SPANSMITH_SCOPE", "scope", AnnotationClass::kMark, 0},
    {"SPANSMITH_IGNORE", "ignore", AnnotationClass::kMark, 0},
}};

inline const AnnotationName* FindMacro(std::string_view macro) {
  for (const AnnotationName& name : kAnnotationNames) {
    if (name.macro == macro) return &name;
  }
  return nullptr;
}

inline const AnnotationName* FindMark(std::string_view mark) {
  for (const AnnotationName& name : kAnnotationNames) {
    if (name.mark == mark) return &name;
  }
  return nullptr;
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_ANNOTATION_NAMES_H_
