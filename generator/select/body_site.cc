// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/body_site.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Lex/Lexer.h>

#include "generator/frontend/annotation_tracker.h"
#include "generator/select/function_names.h"
#include "generator/select/points.h"
#include "generator/select/span_name.h"

namespace spansmith::generator {
namespace {

const clang::CompoundStmt* BlockOf(const clang::FunctionDecl& function) {
  const auto* block = llvm::dyn_cast<clang::CXXTryStmt>(function.getBody());
  return block != nullptr ? block->getTryBlock() : llvm::dyn_cast<clang::CompoundStmt>(function.getBody());
}

}  // namespace

Site BodySites::Bare(const clang::FunctionDecl& function) const {
  Site site;
  site.exceptions = unit_.context.getLangOpts().CXXExceptions;
  site.ok_on_success = ok_on_success_;
  site.function = DisplayName(function);
  site.line = PlaceOf(unit_.context.getSourceManager(), function.getLocation()).line;
  site.scope = default_scope_;
  FindScope(function, &site);
  return site;
}

std::optional<Site> BodySites::Of(const clang::FunctionDecl& function) const {
  const clang::SourceManager& sources = unit_.context.getSourceManager();
  Site site = Bare(function);
  const auto* block = llvm::dyn_cast<clang::CXXTryStmt>(function.getBody());
  std::optional<Point> begin = Begin(function);
  // Around handlers too, so that what they catch is no error; but those of these two run without the object.
  if (begin.has_value() && block != nullptr &&
      !llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(function)) {
    begin = PointAt(sources, block->getTryLoc());
    const auto* last = block->getHandler(block->getNumHandlers() - 1);
    site.wrapped_end =
        PointAt(sources, clang::Lexer::getLocForEndOfToken(last->getEndLoc(), 0, sources, unit_.context.getLangOpts()));
    if (!site.wrapped_end.has_value()) return std::nullopt;
  }
  if (!begin) return std::nullopt;
  site.body = *begin;
  return site;
}

std::optional<Point> BodySites::Begin(const clang::FunctionDecl& function) const {
  const clang::SourceManager& sources = unit_.context.getSourceManager();
  const clang::CompoundStmt* compound = BlockOf(function);
  if (compound == nullptr) return std::nullopt;
  const std::optional<Point> brace = PointAt(sources, compound->getLBracLoc());
  const std::optional<Point> closing = PointAt(sources, compound->getRBracLoc());
  if (!brace || !closing || brace->file != closing->file) return std::nullopt;
  const clang::Stmt* labels = nullptr;
  for (const clang::Stmt* statement : compound->body()) {
    const auto* declared = llvm::dyn_cast<clang::DeclStmt>(statement);
    if (declared == nullptr || !llvm::isa_and_nonnull<clang::LabelDecl>(*declared->decl_begin())) break;
    labels = statement;
  }
  if (labels == nullptr) return AfterToken(sources, unit_.context.getLangOpts(), compound->getLBracLoc());
  const std::optional<Point> after = AfterToken(sources, unit_.context.getLangOpts(), labels->getEndLoc());
  return after.has_value() && after->file == brace->file ? after : std::nullopt;
}

clang::SourceLocation BraceOf(const clang::FunctionDecl& function) {
  const clang::CompoundStmt* compound = BlockOf(function);
  return compound == nullptr ? clang::SourceLocation() : compound->getLBracLoc();
}

}  // namespace spansmith::generator
