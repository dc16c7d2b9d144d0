// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/select.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Lex/Lexer.h>
#include <clang/Lex/Preprocessor.h>

#include <algorithm>
#include <set>

#include "generator/frontend/annotation_tracker.h"
#include "generator/rulefile/merge.h"
#include "generator/select/annotation_names.h"
#include "generator/select/body.h"
#include "generator/select/check_uses.h"
#include "generator/select/function_names.h"
#include "generator/select/points.h"
#include "generator/select/request.h"
#include "generator/select/returns.h"
#include "generator/select/rule_match.h"
#include "generator/select/rule_site.h"
#include "generator/select/span_name.h"
#include "generator/select/tail_call.h"
#include "generator/select/use_index.h"

namespace spansmith::generator {
namespace {

// A span annotation on a function: the attribute, its row, and where it was written.
struct SpanAnnotation {
  const clang::AnnotateAttr* attribute = nullptr;
  const AnnotationName* name = nullptr;
  const AnnotationUse* use = nullptr;
};

class Selector : public clang::RecursiveASTVisitor<Selector> {
 public:
  Selector(const ParsedUnit& unit, const SelectOptions& options)
      : unit_(unit),
        options_(options),
        sources_(unit.context.getSourceManager()),
        index_(sources_, unit.uses),
        matcher_(options.rules, options.project) {
    out_.usage.looked = true;
    out_.usage.matched.resize(options.rules.size());
    for (const AnnotationUse& use : unit.uses) files_.insert(use.file);
  }

  Selection Finish() {
    for (const AnnotationUse& use : unit_.uses) {
      const AnnotationName* name = FindMacro(use.macro);
      if (name == nullptr || index_.Found(use) || use.parent.has_value()) continue;
      if (name->klass == AnnotationClass::kSpan) Report(use, 11, {use.macro});
      if (name->klass == AnnotationClass::kStatement) Report(use, 19, {});
      if (name->klass == AnnotationClass::kOptionOrStatement && use.written_directly) Report(use, 28, {});
      if (name->klass == AnnotationClass::kMark) Report(use, use.macro == "SPANSMITH_SCOPE" ? 26 : 11, {use.macro});
    }
    std::sort(out_.sites.begin(), out_.sites.end(),
              [](const Site& a, const Site& b) { return a.body.offset < b.body.offset; });
    for (std::size_t i = 0; i < out_.sites.size(); ++i) out_.sites[i].number = static_cast<unsigned>(i + 1);
    return std::move(out_);
  }

  // Declarations of files without an annotation are passed over: most of what a file includes.
  bool TraverseDecl(clang::Decl* declaration) {
    if (declaration == nullptr) return true;
    if (!llvm::isa<clang::TranslationUnitDecl, clang::NamespaceDecl, clang::LinkageSpecDecl>(declaration)) {
      const clang::SourceLocation location = sources_.getFileLoc(declaration->getLocation());
      const bool main = location.isValid() && sources_.isWrittenInMainFile(location);
      if (!main && files_.count(sources_.getFileID(location).getHashValue()) == 0) return true;
    }
    return RecursiveASTVisitor::TraverseDecl(declaration);
  }

  bool VisitDecl(clang::Decl* declaration) {
    const bool takes_scope = llvm::isa<clang::NamespaceDecl, clang::RecordDecl, clang::FunctionDecl>(declaration);
    for (const auto* attribute : declaration->specific_attrs<clang::AnnotateAttr>()) {
      if (attribute->getAnnotation() == "spansmith:scope" && takes_scope) index_.Find(attribute->getLocation());
    }
    return true;
  }

  bool VisitFunctionDecl(clang::FunctionDecl* function) {
    // Of all declarations: Clang hands an annotation down only to one that has none of its kind.
    std::vector<SpanAnnotation> spans;
    bool ignored = false;
    for (const clang::FunctionDecl* declaration : function->redecls()) {
      for (const auto* attribute : declaration->specific_attrs<clang::AnnotateAttr>()) {
        llvm::StringRef mark = attribute->getAnnotation();
        if (!mark.consume_front("spansmith:")) continue;
        const AnnotationName* name = FindMark(std::string_view(mark.data(), mark.size()));
        const AnnotationUse* use = index_.Find(attribute->getLocation());
        if (name == nullptr || use == nullptr) continue;
        if (name->mark == "ignore") ignored = true;
        if (name->klass != AnnotationClass::kSpan) continue;
        for (const clang::Expr* argument : attribute->args()) index_.Find(argument->getExprLoc());
        const auto same =
            std::find_if(spans.begin(), spans.end(), [&](const SpanAnnotation& s) { return s.use == use; });
        if (same == spans.end()) spans.push_back({attribute, name, use});
      }
    }
    if (!options_.rules.empty() && function->isThisDeclarationADefinition())
      ConsiderRules(*function, !spans.empty() || ignored);
    if (spans.empty()) return true;
    std::sort(spans.begin(), spans.end(),
              [](const SpanAnnotation& a, const SpanAnnotation& b) { return a.use < b.use; });
    const bool first = function->isFirstDecl();  // what is wrong with the function is said once
    if (spans.size() > 1) {
      if (first) Report(*spans[1].use, 22, {spans[0].use->macro, spans[1].use->macro});
      return true;
    }
    if (ignored) {
      if (first) Report(*spans.front().use, 25, {spans.front().use->macro});
      return true;
    }
    if (function->isThisDeclarationADefinition() || function->isDefaulted() || function->isDeletedAsWritten()) {
      Consider(*function, spans.front());
    }
    return true;
  }

 private:
  void Report(const AnnotationUse& use, unsigned number, std::vector<std::string> arguments) {
    out_.diagnostics.push_back(At(use, number, std::move(arguments)));
  }

  void Consider(const clang::FunctionDecl& function, const SpanAnnotation& span) {
    const AnnotationUse& use = *span.use;
    if (function.isDeletedAsWritten() || function.isDefaulted() || !function.doesThisDeclarationHaveABody()) {
      return Report(use, 27, {use.macro, function.isDeletedAsWritten() ? "it is deleted" : "it is defaulted"});
    }
    if (!sources_.isWrittenInMainFile(sources_.getExpansionLoc(function.getLocation()))) {
      return Report(use, 18, {use.macro});
    }
    if (function.getBody() == nullptr) return;
    const Body body = ReadBody(function);
    ClaimStatements(body);
    const std::string left_out = LeftOut(function, body);
    if (!left_out.empty()) {
      return Report(use, 40, {use.macro, left_out});
    }
    std::optional<Site> site = SiteOf(function);
    if (!site) return Report(use, 27, {use.macro, "its body comes out of a macro"});
    if (!ReadAnnotation(function, span, &*site)) return;
    AddReturns(function, body, use, &*site);
    AddStatements(body, &*site);
    out_.sites.push_back(std::move(*site));
  }

  // What rules make of a definition; one with an annotation of its own they leave alone.
  void ConsiderRules(const clang::FunctionDecl& function, bool annotated) {
    if (function.isImplicit() || function.isDefaulted() || !function.doesThisDeclarationHaveABody() ||
        !sources_.isWrittenInMainFile(sources_.getExpansionLoc(function.getLocation())) ||
        function.getBody() == nullptr) {
      return;
    }
    RuleUsage& usage = out_.usage;
    usage.functions.push_back({QualifiedName(function), matcher_.FileOf(function)});
    const std::vector<const Rule*> matching = matcher_.Matching(function);
    for (const Rule* rule : matching) usage.matched[static_cast<std::size_t>(rule - options_.rules.data())] = true;
    const MergedRules rules = Merge(matching);
    if (annotated || !rules.selected) return;
    const Body body = ReadBody(function);
    ClaimStatements(body);
    std::string left_out = LeftOut(function, body);
    if (left_out.empty()) left_out = LeftOutOfRules(function);
    std::optional<Site> site = left_out.empty() ? SiteOf(function) : std::nullopt;
    if (left_out.empty() && !site) left_out = "the function's body comes out of a macro";
    if (!left_out.empty()) {
      usage.left_out.push_back({function.getQualifiedNameAsString(), left_out});
      return;
    }
    if (!ApplyRules(rules, function, &*site, &out_.diagnostics)) return;
    AddReturns(function, body, rules, &*site);
    AddStatements(body, &*site);
    ++usage.instrumented;
    out_.sites.push_back(std::move(*site));
  }

  // What every site has. Nothing: the body comes out of a macro.
  std::optional<Site> SiteOf(const clang::FunctionDecl& function) const {
    const auto* compound = llvm::dyn_cast<clang::CompoundStmt>(function.getBody());
    const std::optional<Point> brace = compound == nullptr ? std::nullopt : PointAt(sources_, compound->getLBracLoc());
    if (!brace || !PointAt(sources_, compound->getRBracLoc())) return std::nullopt;
    Site site;
    site.body =
        PointAtOffset(sources_, brace->offset + clang::Lexer::MeasureTokenLength(compound->getLBracLoc(), sources_,
                                                                                 unit_.context.getLangOpts()));
    site.exceptions = unit_.context.getLangOpts().CXXExceptions;
    site.ok_on_success = options_.ok_on_success;
    site.function = function.getQualifiedNameAsString();
    site.line = PlaceOf(sources_, function.getLocation()).line;
    site.scope = options_.default_scope;
    FindScope(function, &site);
    return site;
  }

  // Why the function cannot have a guard without changing what it means; empty: it can.
  std::string LeftOut(const clang::FunctionDecl& function, const Body& body) const {
    if (function.isConsteval()) return "the function is consteval";
    if (function.isConstexpr()) return "the function is constexpr";
    if (function.hasAttr<clang::NakedAttr>()) return "the function is naked";
    if (body.coroutine) return "the function is a coroutine";
    if (body.must_tail) return "the function has a musttail return";
    if (EndsInCallOfItself(function))
      return "the function ends in a call of itself, which a guard would keep from being a loop";
    if (llvm::isa<clang::CXXTryStmt>(function.getBody())) return "the function's body is a function-try-block";
    return {};
  }

  // Role, name, options. False: refused, and said.
  bool ReadAnnotation(const clang::FunctionDecl& function, const SpanAnnotation& span, Site* site) {
    std::vector<std::string> strings;
    std::vector<const clang::Expr*> literals;
    for (const clang::Expr* argument : span.attribute->args()) {
      std::string text;
      const clang::Expr* literal = nullptr;
      if (!LiteralText(argument, &text, &literal)) {
        Report(*span.use, 15,
               {span.use->macro, "something else than ordinary string literals and options is among its arguments"});
        return false;
      }
      strings.push_back(std::move(text));
      literals.push_back(literal);
    }
    std::string placeholder;
    std::string reason;
    if (strings.empty() || strings.front().empty()) {
      Report(*span.use, 15, {span.use->macro, "it is empty"});
      return false;
    }
    if (!NameSpan(function, std::string(span.name->mark), strings.front(), site, &placeholder, &reason)) {
      Report(*span.use, 21, {strings.front(), placeholder, reason});
      return false;
    }
    std::set<std::string> given;
    for (std::size_t i = 1; i < strings.size();) {
      const std::string mark = strings[i].rfind("spansmith:", 0) == 0 ? strings[i].substr(10) : "";
      const AnnotationName* option = mark.empty() ? nullptr : FindMark(mark);
      const AnnotationUse* use = index_.Find(literals[i]->getExprLoc());
      if (option == nullptr || option->values == 0 || i + option->values >= strings.size()) {
        Report(*span.use, 13, {"\"" + strings[i] + "\"", span.use->macro});
        return false;
      }
      const AnnotationUse& at = use == nullptr ? *span.use : *use;
      // A key, or an option that has none, may come once.
      const std::string what = option->values == 2 ? std::string(option->macro) + "(" + strings[i + 1] + ", ...)"
                                                   : std::string(option->macro);
      if (!given.insert(what).second) {
        Report(at, 30, {what, span.use->macro});
        return false;
      }
      if (mark == "attr") site->entry_attributes.push_back({strings[i + 1], ExpressionOf(at, strings[i + 2])});
      if (mark == "return_attr") {
        const clang::QualType returned = function.getReturnType();
        const bool none =
            returned->isVoidType() || llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(function);
        if (none) {
          Report(at, 12,
                 {returned->isVoidType() && !llvm::isa<clang::CXXConstructorDecl>(function) ? "void" : "nothing"});
          return false;
        }
        site->return_attributes.push_back({strings[i + 1], ExpressionOf(at, strings[i + 2])});
      }
      if (mark == "error_text") site->error_text = strings[i + 1];
      if (mark == "kind") site->kind = KindOf(strings[i + 1]);
      i += 1 + option->values;
    }
    if (site->role == Role::kReconcile) AddRequest(function, *span.use, site);
    return true;
  }

  static SpanKind KindOf(const std::string& kind) {
    if (kind == "server") return SpanKind::kServer;
    if (kind == "client") return SpanKind::kClient;
    if (kind == "producer") return SpanKind::kProducer;
    if (kind == "consumer") return SpanKind::kConsumer;
    return SpanKind::kInternal;
  }

  // The expression where it was written; where a macro of the user's wrote it, its text at that macro.
  static Expression ExpressionOf(const AnnotationUse& use, const std::string& text) {
    if (use.written_directly && use.arguments.size() > 1) return use.arguments[1].written;
    return {text, use.place};
  }

  void AddRequest(const clang::FunctionDecl& function, const AnnotationUse& use, Site* site) {
    const auto given = [&](const std::string& key) {
      return std::any_of(site->entry_attributes.begin(), site->entry_attributes.end(),
                         [&](const Attribute& a) { return a.key == key; });
    };
    std::vector<Attribute> request = RequestAttributes(function);
    if (request.empty() && !given("k8s.name")) Report(use, 23, {});
    std::erase_if(request, [&](const Attribute& a) { return given(a.key); });
    site->entry_attributes.insert(site->entry_attributes.begin(), request.begin(), request.end());
  }

  void AddReturns(const clang::FunctionDecl& function, const Body& body, const AnnotationUse& use, Site* site) {
    if (site->return_attributes.empty()) return;
    for (const clang::ReturnStmt* statement : body.returns) {
      std::string refusal;
      std::optional<ReturnStatement> form = ChooseReturnForm(unit_.context, function, *statement, &refusal);
      if (form.has_value()) {
        site->returns.push_back(std::move(*form));
        continue;
      }
      Diagnostic diagnostic = At(use, 24, {refusal});
      diagnostic.place = PlaceOf(sources_, statement->getReturnLoc());
      diagnostic.source_line = LineOf(sources_, statement->getReturnLoc());
      out_.diagnostics.push_back(std::move(diagnostic));
    }
  }

  void AddReturns(const clang::FunctionDecl& function, const Body& body, const MergedRules& rules, Site* site) {
    if (site->return_attributes.empty()) return;
    for (const clang::ReturnStmt* statement : body.returns) {
      std::string refusal;
      std::optional<ReturnStatement> form = ChooseReturnForm(unit_.context, function, *statement, &refusal);
      if (form.has_value()) {
        site->returns.push_back(std::move(*form));
        continue;
      }
      const std::string line = std::to_string(PlaceOf(sources_, statement->getReturnLoc()).line);
      out_.diagnostics.push_back(
          {73, rules.effect.return_attributes.front().key_place, "", {site->function, line, refusal}});
    }
  }

  void ClaimStatements(const Body& body) {
    for (const MarkedExpression& marked : body.marked) index_.Find(marked.first_string->getExprLoc());
  }

  void AddStatements(const Body& body, Site* site) {
    for (const MarkedExpression& marked : body.marked) {
      const AnnotationUse* use = index_.Find(marked.first_string->getExprLoc());
      if (use == nullptr) continue;
      const std::optional<Point> end = use->in_main_file && marked.is_statement
                                           ? AfterSemicolon(sources_, unit_.context.getLangOpts(), use->end)
                                           : std::nullopt;
      if (!end) {
        Report(*use, 20, {use->macro});
        continue;
      }
      BodyStatement statement;
      statement.begin = PointAtOffset(sources_, use->begin);
      statement.end = *end;
      if (marked.strings.front() == "spansmith:error_text") {
        statement.error_text = marked.strings[1];
      } else {
        statement.note = Attribute{marked.strings[1], ExpressionOf(*use, marked.strings[2])};
      }
      site->statements.push_back(std::move(statement));
    }
  }

  const ParsedUnit& unit_;
  const SelectOptions& options_;
  const clang::SourceManager& sources_;
  UseIndex index_;
  RuleMatcher matcher_;
  std::set<unsigned> files_;
  Selection out_;
};

}  // namespace

Selection Select(const ParsedUnit& unit, const SelectOptions& options) {
  Selector selector(unit, options);
  selector.TraverseDecl(unit.context.getTranslationUnitDecl());
  return selector.Finish();
}

}  // namespace spansmith::generator
