// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The annotation macros by what they are; annotations.h defines them. A new one is a row here; an option of span
// annotations has a row in span_options.cc too, which says what it does.
#ifndef SPANSMITH_GENERATOR_SELECT_ANNOTATION_NAMES_H_
#define SPANSMITH_GENERATOR_SELECT_ANNOTATION_NAMES_H_

#include <array>
#include <string_view>

namespace spansmith::generator {

enum class AnnotationClass {
  kSpan,               // on a function: makes it a site
  kOption,             // in a span annotation's arguments
  kOptionOrStatement,  // that, or a statement in a body
  kStatement,          // in the body of a function with a span
  kFreeStatement,      // in any body
  kMark,               // on a declaration
  kParameter,          // on a function's parameter
};

// What stands between its parentheses, and so which strings follow its mark in the tree.
enum class Takes {
  kNothing,
  kWord,              // one word or literal
  kExpression,        // one expression: its text
  kNames,             // names between commas, or `all`: their text
  kKeyAndExpression,  // an attribute's key and its value's text
  kNameAndOptions,    // a string literal, then options
};

struct AnnotationName {
  std::string_view macro;
  std::string_view mark;  // its string in the tree, after "spansmith:"
  AnnotationClass klass;
  Takes takes;
  bool repeats = false;   // may come more than once in one annotation (a key may not)
  bool in_event = false;  // an option that SPANSMITH_EVENT has too
};

inline constexpr std::array<AnnotationName, 24> kAnnotationNames = {{
    {"SPANSMITH_RECONCILE", "reconcile", AnnotationClass::kSpan, Takes::kNameAndOptions},
    {"SPANSMITH_BUILD", "build", AnnotationClass::kSpan, Takes::kNameAndOptions},
    {"SPANSMITH_UPDATE_STATUS", "update_status", AnnotationClass::kSpan, Takes::kNameAndOptions},
    {"SPANSMITH_SPAN", "span", AnnotationClass::kSpan, Takes::kNameAndOptions},
    {"SPANSMITH_ATTR", "attr", AnnotationClass::kOption, Takes::kKeyAndExpression, true, true},
    {"SPANSMITH_RETURN_ATTR", "return_attr", AnnotationClass::kOption, Takes::kKeyAndExpression, true},
    {"SPANSMITH_EXIT_ATTR", "exit_attr", AnnotationClass::kOption, Takes::kKeyAndExpression, true},
    {"SPANSMITH_ARGS", "args", AnnotationClass::kOption, Takes::kNames},
    {"SPANSMITH_KIND", "kind", AnnotationClass::kOption, Takes::kWord},
    {"SPANSMITH_ERROR_WHEN", "error_when", AnnotationClass::kOption, Takes::kExpression},
    {"SPANSMITH_ANSWERS", "answers", AnnotationClass::kOption, Takes::kNames},
    {"SPANSMITH_OK_ON_SUCCESS", "ok_on_success", AnnotationClass::kOption, Takes::kNothing},
    {"SPANSMITH_ERROR_TEXT", "error_text", AnnotationClass::kOptionOrStatement, Takes::kWord},
    {"SPANSMITH_NAME", "name", AnnotationClass::kOption, Takes::kExpression},
    {"SPANSMITH_LINK", "link", AnnotationClass::kOption, Takes::kExpression, true},
    {"SPANSMITH_PARENT", "parent", AnnotationClass::kOption, Takes::kExpression},
    {"SPANSMITH_ROOT", "root", AnnotationClass::kOption, Takes::kNothing},
    {"SPANSMITH_NOTE", "note", AnnotationClass::kStatement, Takes::kKeyAndExpression},
    {"SPANSMITH_EVENT", "event", AnnotationClass::kStatement, Takes::kNameAndOptions},
    {"SPANSMITH_INJECT", "inject", AnnotationClass::kFreeStatement, Takes::kExpression},
    {"SPANSMITH_SCOPE", "scope", AnnotationClass::kMark, Takes::kNameAndOptions},
    {"SPANSMITH_IGNORE", "ignore", AnnotationClass::kMark, Takes::kNothing},
    {"SPANSMITH_CARRY", "carry", AnnotationClass::kParameter, Takes::kNothing},
    {"SPANSMITH_CARRY_LINKED", "carry_linked", AnnotationClass::kParameter, Takes::kNothing},
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

// Whether `outer`, a span annotation or SPANSMITH_EVENT, has options at all, and this one among them.
inline bool HasOptions(const AnnotationName& outer) {
  return outer.klass == AnnotationClass::kSpan || outer.mark == "event";
}
inline bool IsOptionOf(const AnnotationName& option, const AnnotationName& outer) {
  if (outer.mark == "event") return option.in_event;
  return outer.klass == AnnotationClass::kSpan &&
         (option.klass == AnnotationClass::kOption || option.klass == AnnotationClass::kOptionOrStatement);
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_ANNOTATION_NAMES_H_
