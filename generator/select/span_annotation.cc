// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/span_annotation.h"

#include <clang/AST/Attr.h>
#include <clang/AST/Decl.h>

#include <algorithm>
#include <string>

#include "generator/select/body.h"
#include "generator/select/check_uses.h"
#include "generator/select/options.h"
#include "generator/select/request.h"
#include "generator/select/span_name.h"
#include "generator/select/span_options.h"

namespace spansmith::generator {
namespace {

constexpr char kNotLiterals[] = "something else than ordinary string literals and options is among its arguments";

// False: one of its arguments is no string literal.
bool ReadStrings(const clang::AnnotateAttr& attribute, MarkedStrings* strings) {
  for (const clang::Expr* argument : attribute.args()) {
    std::string text;
    const clang::Expr* literal = nullptr;
    if (!LiteralText(argument, &text, &literal)) return false;
    strings->texts.push_back(std::move(text));
    strings->literals.push_back(literal);
  }
  return true;
}

// What the request says of its object, where no option has said it.
void AddRequest(const clang::FunctionDecl& function, const AnnotationUse& use, Site* site,
                std::vector<Diagnostic>* diagnostics) {
  const auto given = [&](const std::string& key) {
    return std::any_of(site->entry_attributes.begin(), site->entry_attributes.end(),
                       [&](const Attribute& a) { return a.key == key; });
  };
  std::vector<Attribute> request = RequestAttributes(function);
  if (request.empty() && !given("k8s.name")) diagnostics->push_back(At(use, 23, {}));
  std::erase_if(request, [&](const Attribute& a) { return given(a.key); });
  site->entry_attributes.insert(site->entry_attributes.begin(), request.begin(), request.end());
}

void AddRenamed(const clang::FunctionDecl& function, const clang::FunctionDecl& annotated, Site* site) {
  for (unsigned i = 0; i < std::min(function.getNumParams(), annotated.getNumParams()); ++i) {
    const llvm::StringRef there = annotated.getParamDecl(i)->getName();
    const llvm::StringRef here = function.getParamDecl(i)->getName();
    if (!there.empty() && !here.empty() && there != here) site->renamed_parameters.push_back({there.str(), here.str()});
  }
}

}  // namespace

bool ReadSpanAnnotation(const clang::FunctionDecl& function, const SpanAnnotation& span, UseIndex* index, Site* site,
                        std::vector<Diagnostic>* diagnostics) {
  const auto refuse = [&](unsigned number, std::vector<std::string> arguments) {
    diagnostics->push_back(At(*span.use, number, std::move(arguments)));
    return false;
  };
  MarkedStrings strings;
  if (!ReadStrings(*span.attribute, &strings)) return refuse(15, {span.use->macro, kNotLiterals});
  if (strings.texts.empty() || strings.texts.front().empty()) return refuse(15, {span.use->macro, "it is empty"});
  std::string placeholder;
  std::string reason;
  if (!NameSpan(function, std::string(span.name->mark), strings.texts.front(), site, &placeholder, &reason))
    return refuse(21, {strings.texts.front(), placeholder, reason});
  std::vector<Option> options;
  if (!ReadOptions(strings, *span.name, *span.use, index, &options, diagnostics) ||
      !ApplySpanOptions(options, span.use->macro, function, *span.declaration, site, diagnostics)) {
    return false;
  }
  if (site->role == Role::kReconcile) AddRequest(function, *span.use, site, diagnostics);
  AddRenamed(function, *span.declaration, site);
  return true;
}

}  // namespace spansmith::generator
