// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/macro_returns.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/Stmt.h>
#include <clang/Lex/Lexer.h>
#include <clang/Lex/MacroInfo.h>
#include <clang/Lex/Preprocessor.h>

#include <algorithm>

#include "generator/frontend/annotation_tracker.h"
#include "generator/select/error_types.h"
#include "generator/select/points.h"
#include "generator/select/returns.h"

namespace spansmith::generator {
namespace {

// The next expression inside of what a return adds to the written one: conversions. `*open`: false if one of them is
// private, and may not be done elsewhere.
const clang::Expr* Inside(const clang::Expr& expression, bool* open) {
  if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(&expression)) {
    *open = *open && made->getConstructor()->getAccess() == clang::AS_public;
    return made->getNumArgs() == 0 ? nullptr : made->getArg(0);
  }
  if (const auto* call = llvm::dyn_cast<clang::CXXMemberCallExpr>(&expression)) {
    const clang::CXXMethodDecl* method = call->getMethodDecl();
    if (method == nullptr || !llvm::isa<clang::CXXConversionDecl>(method)) return nullptr;
    *open = *open && method->getAccess() == clang::AS_public;
    return call->getImplicitObjectArgument();
  }
  if (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(&expression)) return cast->getSubExpr();
  if (const auto* full = llvm::dyn_cast<clang::FullExpr>(&expression)) return full->getSubExpr();
  if (const auto* bound = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(&expression)) return bound->getSubExpr();
  if (const auto* made = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(&expression)) return made->getSubExpr();
  return nullptr;
}

bool ConvertsInTheOpen(const clang::Expr& value, const clang::Expr& written) {
  bool open = true;
  for (const clang::Expr* at = &value; at != nullptr && at != &written; at = Inside(*at, &open)) {
  }
  return open;
}

}  // namespace

bool MacroReturnForms::ComesOutOfMacro(const clang::ReturnStmt& statement) {
  return statement.getReturnLoc().isMacroID();
}

std::optional<std::vector<MacroReturnForms::Step>> MacroReturnForms::StepsTo(clang::SourceLocation returns) const {
  const clang::SourceManager& sources = unit_.context.getSourceManager();
  std::vector<Step> steps;
  for (clang::SourceLocation at = returns; at.isMacroID(); at = steps.front().name) {
    if (sources.isMacroArgExpansion(at)) return std::nullopt;
    const clang::SourceLocation name =
        sources.getSLocEntry(sources.getFileID(at)).getExpansion().getExpansionLocStart();
    const auto macro = unit_.macros.named.find(name.getRawEncoding());
    if (macro == unit_.macros.named.end()) return std::nullopt;
    // A pasted token stands in no file.
    const clang::SourceLocation written = sources.getSpellingLoc(at);
    if (sources.getFileID(written) != sources.getFileID(macro->second->getDefinitionLoc())) return std::nullopt;
    steps.insert(steps.begin(), {macro->second, name});
  }
  return steps;
}

std::optional<std::vector<MacroEdit>> MacroReturnForms::Edits(const clang::FunctionDecl& function,
                                                              const clang::ReturnStmt& statement,
                                                              const Step& last) const {
  const clang::ASTContext& context = unit_.context;
  const clang::SourceManager& sources = context.getSourceManager();
  const clang::Expr& value = *statement.getRetValue();
  const clang::Expr& written = *value.IgnoreUnlessSpelledInSource();
  const clang::ValueDecl* named = ReturnedVariable(written);
  const clang::QualType returned = function.getReturnType();
  const clang::QualType type = (named != nullptr ? named->getType() : written.getType()).getNonReferenceType();
  const bool same = context.hasSameUnqualifiedType(type, returned);
  const bool part = types_.MayBePart(type) && !type.isVolatileQualified();
  if (!same && types_.IsValueOf(type, returned)) return std::vector<MacroEdit>();

  const clang::SourceLocation returns = sources.getSpellingLoc(statement.getReturnLoc());
  const auto tokens = last.macro->tokens();
  const auto keyword = std::find_if(tokens.begin(), tokens.end(),
                                    [&](const clang::Token& token) { return token.getLocation() == returns; });
  if (keyword == tokens.end()) return std::nullopt;
  const clang::Token* first = keyword + 1 == tokens.end() ? nullptr : keyword + 1;
  if (named != nullptr) {
    // A local of that name is returned without a copy, which an expression around it would make.
    if ((!same && !part) || tokens.end() - keyword < 3 || first->isNot(clang::tok::identifier) ||
        (keyword + 2)->isNot(clang::tok::semi)) {
      return std::nullopt;
    }
    MacroEdit look{OffsetIn(*last.macro, returns), 0, MacroEdit::What::kLookAt, unit_.preprocessor.getSpelling(*first),
                   0};
    MacroEdit close{OffsetIn(*last.macro, (keyword + 2)->getLocation()) + 1, 0, MacroEdit::What::kClose, "", 0};
    return std::vector<MacroEdit>{std::move(look), std::move(close)};
  }
  // Whether that may be an error nobody knows here, and a type that is none is to cost nothing.
  if (type->isDependentType() || (same && returned->isUndeducedType())) return std::vector<MacroEdit>();
  const bool braced = *sources.getCharacterData(sources.getSpellingLoc(written.getBeginLoc())) == '{' ||
                      (first != nullptr && first->is(clang::tok::l_brace)) || llvm::isa<clang::InitListExpr>(written);
  const auto* comma = llvm::dyn_cast<clang::BinaryOperator>(&written);
  if (braced || (comma != nullptr && comma->isCommaOp())) return std::nullopt;
  MacroEdit tap{OffsetIn(*last.macro, returns) + std::string("return").size(), 0, MacroEdit::What::kTap, "", 0};
  if (!same && !part) {
    if (returned->isDependentType() || written.isTypeDependent() || !CanMove(returned) ||
        !ConvertsInTheOpen(value, written)) {
      return std::nullopt;
    }
    tap.name = TypeText(returned.getUnqualifiedType(), context);
  } else if (same && written.isPRValue() && !CanMove(returned)) {
    return std::nullopt;
  }
  return std::vector<MacroEdit>{std::move(tap)};
}

std::size_t MacroReturnForms::OffsetIn(const clang::MacroInfo& macro, clang::SourceLocation token) const {
  const clang::SourceManager& sources = unit_.context.getSourceManager();
  return sources.getFileOffset(token) - sources.getFileOffset(macro.getDefinitionLoc()) - NameOf(macro).size();
}

std::string MacroReturnForms::NameOf(const clang::MacroInfo& macro) const {
  return clang::Lexer::getSourceText(clang::CharSourceRange::getTokenRange(macro.getDefinitionLoc()),
                                     unit_.context.getSourceManager(), unit_.context.getLangOpts())
      .str();
}

MacroCopy MacroReturnForms::CopyOf(const clang::MacroInfo& macro) const {
  const clang::SourceManager& sources = unit_.context.getSourceManager();
  MacroCopy out;
  out.name = NameOf(macro);
  out.place = PlaceOf(sources, macro.getDefinitionLoc());
  out.text = clang::Lexer::getSourceText(
                 clang::CharSourceRange::getTokenRange(macro.getDefinitionLoc(), macro.getDefinitionEndLoc()), sources,
                 unit_.context.getLangOpts())
                 .drop_front(out.name.size())
                 .str();
  return out;
}

void MacroReturnForms::Add(const clang::FunctionDecl& function, const clang::ReturnStmt& statement, Site* site) const {
  if (statement.getRetValue() == nullptr) return;
  const clang::SourceManager& sources = unit_.context.getSourceManager();
  const std::optional<std::vector<Step>> steps = StepsTo(statement.getReturnLoc());
  const std::optional<Point> begin = steps.has_value() ? PointAt(sources, steps->front().name) : std::nullopt;
  std::optional<std::vector<MacroEdit>> edits;
  if (begin.has_value() && begin->file == site->body.file) edits = Edits(function, statement, steps->back());
  if (!edits.has_value()) {
    ++site->unseen_returns;
    return;
  }
  if (edits->empty()) return;
  auto use = std::find_if(site->macro_returns.begin(), site->macro_returns.end(),
                          [&](const MacroReturns& one) { return one.begin == *begin; });
  if (use == site->macro_returns.end()) {
    const std::optional<Point> end = AfterToken(sources, unit_.context.getLangOpts(), steps->front().name);
    site->macro_returns.push_back({*begin, *end, {CopyOf(*steps->front().macro)}});
    use = site->macro_returns.end() - 1;
  }
  const auto add = [&](std::size_t copy, MacroEdit edit) {
    std::vector<MacroEdit>& all = use->copies[copy].edits;
    all.insert(std::upper_bound(all.begin(), all.end(), edit,
                                [](const MacroEdit& a, const MacroEdit& b) { return a.at < b.at; }),
               std::move(edit));
  };
  std::size_t copy = 0;
  for (std::size_t i = 1; i < steps->size(); ++i) {
    const std::size_t at = OffsetIn(*(*steps)[i - 1].macro, sources.getSpellingLoc((*steps)[i].name));
    const std::vector<MacroEdit>& known = use->copies[copy].edits;
    const auto call = std::find_if(known.begin(), known.end(), [&](const MacroEdit& edit) {
      return edit.at == at && edit.what == MacroEdit::What::kCall;
    });
    if (call != known.end()) {
      copy = call->copy;
      continue;
    }
    MacroCopy next = CopyOf(*(*steps)[i].macro);
    const std::size_t index = use->copies.size();
    add(copy, {at, next.name.size(), MacroEdit::What::kCall, "", index});
    use->copies.push_back(std::move(next));
    copy = index;
  }
  // Two returns of one text (a template seen twice) are one.
  const std::vector<MacroEdit>& known = use->copies[copy].edits;
  for (MacroEdit& edit : *edits) {
    if (std::find(known.begin(), known.end(), edit) == known.end()) add(copy, std::move(edit));
  }
}

}  // namespace spansmith::generator
