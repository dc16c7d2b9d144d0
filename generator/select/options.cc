// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/options.h"

#include <clang/AST/Expr.h>

#include <set>

#include "generator/select/check_uses.h"

namespace spansmith::generator {
namespace {

std::size_t ValuesOf(const AnnotationName& option) {
  if (option.takes == Takes::kNothing) return 0;
  return option.takes == Takes::kKeyAndExpression ? 2 : 1;
}

}  // namespace

bool ReadOptions(const MarkedStrings& strings, const AnnotationName& outer, const AnnotationUse& outer_use,
                 UseIndex* index, std::vector<Option>* options, std::vector<Diagnostic>* diagnostics) {
  std::set<std::string> given;
  for (std::size_t i = 1; i < strings.texts.size();) {
    const std::string& text = strings.texts[i];
    const AnnotationName* name = text.rfind("spansmith:", 0) == 0 ? FindMark(text.substr(10)) : nullptr;
    const AnnotationUse* use = index->Find(strings.literals[i]->getExprLoc());
    if (name == nullptr || !IsOptionOf(*name, outer) || i + ValuesOf(*name) >= strings.texts.size()) {
      const std::string written = name == nullptr ? "\"" + text + "\"" : std::string(name->macro);
      diagnostics->push_back(At(use == nullptr ? outer_use : *use, 13, {written, outer_use.macro, OptionsOf(outer)}));
      return false;
    }
    Option option{name, {}, use == nullptr ? &outer_use : use};
    for (std::size_t k = 1; k <= ValuesOf(*name); ++k) option.values.push_back(strings.texts[i + k]);
    const std::string what = name->takes == Takes::kKeyAndExpression
                                 ? std::string(name->macro) + "(" + option.values.front() + ", ...)"
                                 : std::string(name->macro);
    const bool may_repeat = name->repeats && name->takes != Takes::kKeyAndExpression;
    if (!may_repeat && !given.insert(what).second) {
      diagnostics->push_back(At(*option.use, 30, {what, outer_use.macro}));
      return false;
    }
    i += 1 + option.values.size();
    options->push_back(std::move(option));
  }
  return true;
}

std::string OptionsOf(const AnnotationName& outer) {
  std::vector<std::string> names;
  for (const AnnotationName& name : kAnnotationNames) {
    if (IsOptionOf(name, outer)) names.emplace_back(name.macro);
  }
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    out += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
  }
  return out;
}

Expression ExpressionOf(const AnnotationUse& use, const AnnotationName& name, const std::string& text) {
  if (!use.written_directly) return {text, use.place};
  if (name.takes == Takes::kExpression) return use.all.written;
  return use.arguments.size() > 1 ? use.arguments[1].written : Expression{text, use.place};
}

}  // namespace spansmith::generator
