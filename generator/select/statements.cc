// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/statements.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>
#include <clang/AST/ExprCXX.h>

#include <optional>

#include "generator/frontend/annotation_tracker.h"
#include "generator/select/annotation_names.h"
#include "generator/select/check_uses.h"
#include "generator/select/left_out.h"
#include "generator/select/options.h"
#include "generator/select/points.h"
#include "generator/select/reached.h"
#include "generator/select/span_options.h"

namespace spansmith::generator {
namespace {

constexpr char kNotOnlyLiterals[] = "something else than ordinary string literals and options is among its arguments";

}  // namespace

void Statements::Report(const AnnotationUse& use, unsigned number, std::vector<std::string> arguments) const {
  diagnostics.push_back(At(use, number, std::move(arguments)));
}

void Statements::Claim(const Body& body) const {
  for (const MarkedExpression& marked : body.marked) {
    if (marked.mark != "inject") index.Find(marked.literal->getExprLoc());
  }
}

// Where a statement macro of the file `file` stands, up to its `;`. False: refused, and said.
bool Statements::Bounds(const MarkedExpression& marked, const AnnotationUse& use, unsigned file, Point* begin,
                        Point* end) const {
  const clang::SourceLocation name =
      unit.context.getSourceManager().getExpansionLoc(clang::SourceLocation::getFromRawEncoding(use.location));
  const std::optional<Point> first =
      PointAt(unit.context.getSourceManager(), LocationAt(unit.context.getSourceManager(), name, use.begin));
  const std::optional<Point> after = use.written_directly && use.file == file && marked.is_statement
                                         ? AfterSemicolon(unit.context.getSourceManager(), unit.context.getLangOpts(),
                                                          LocationAt(unit.context.getSourceManager(), name, use.end))
                                         : std::nullopt;
  if (!first || !after) {
    Report(use, 20, {use.macro});
    return false;
  }
  *begin = *first;
  *end = *after;
  return true;
}

void Statements::Add(const clang::FunctionDecl& function, const Body& body, Site* site) const {
  std::optional<Reached> reached;
  for (const MarkedExpression& marked : body.marked) {
    const AnnotationUse* use = marked.mark == "inject" ? nullptr : index.Find(marked.literal->getExprLoc());
    const AnnotationName* name = FindMark(marked.mark);
    BodyStatement statement;
    if (use == nullptr || name == nullptr || !Bounds(marked, *use, site->body.file, &statement.begin, &statement.end)) {
      continue;
    }
    if (!marked.strings.complete || marked.strings.texts.empty()) {
      Report(*use, 15, {use->macro, kNotOnlyLiterals});
      continue;
    }
    const std::vector<std::string>& texts = marked.strings.texts;
    if (marked.mark == "error_text") statement.error_text = texts.front();
    if (marked.mark == "note") statement.note = Attribute{texts.front(), ExpressionOf(*use, *name, texts.back())};
    if (marked.mark == "event") {
      std::vector<Option> options;
      if (!ReadOptions(marked.strings, *name, *use, &index, &options, &diagnostics)) continue;
      statement.event = Event{texts.front(), {}};
      for (const Option& option : options) {
        statement.event->attributes.push_back(
            {option.values.front(), ExpressionOf(*option.use, *option.name, option.values.back())});
      }
    }
    if (!reached.has_value()) reached.emplace(function);
    // Compilers take a handler to be reached wherever it stands, and warn of what it stands in front of: the
    // function's end. What no path leads to stays as it is, which is nothing.
    if (!reached->Has(*marked.statement)) continue;
    site->statements.push_back(std::move(statement));
  }
}

void Statements::AddInjects(const clang::FunctionDecl& function, const clang::LambdaExpr* lambda,
                            std::vector<InjectStatement>* out) const {
  if (!function.doesThisDeclarationHaveABody() || function.getBody() == nullptr) return;
  const Body body = ReadBody(function);
  for (const MarkedExpression& marked : body.marked) {
    const AnnotationUse* use = marked.mark == "inject" ? index.Find(marked.literal->getExprLoc()) : nullptr;
    if (use == nullptr) continue;
    const ReasonCode left_out = NoStatement(unit.context.getSourceManager(), function, lambda);
    if (left_out != ReasonCode::kNone) {
      Report(*use, 40, {use->macro, TextOf(left_out)});
      continue;
    }
    InjectStatement statement;
    if (!Bounds(marked, *use, use->file, &statement.begin, &statement.end)) continue;
    statement.origin = {use->macro, use->place, use->source_line};
    statement.target = ExpressionOf(*use, *FindMark(marked.mark), marked.strings.texts.back());
    statement.exceptions = unit.context.getLangOpts().CXXExceptions;
    if (!Reached(function).Has(*marked.statement)) continue;
    out->push_back(std::move(statement));
  }
}

}  // namespace spansmith::generator
