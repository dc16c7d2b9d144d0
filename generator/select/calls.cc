// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/calls.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/QualTypeNames.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Lex/Lexer.h>

#include <algorithm>
#include <set>

#include "generator/frontend/annotation_tracker.h"
#include "generator/rulefile/merge.h"
#include "generator/select/body.h"
#include "generator/select/call_parts.h"
#include "generator/select/carry.h"
#include "generator/select/left_out.h"
#include "generator/select/points.h"
#include "generator/select/rule_site.h"

namespace spansmith::generator {
namespace {

// The function whose body a call stands in.
struct Around {
  const clang::FunctionDecl* function = nullptr;
  const clang::LambdaExpr* lambda = nullptr;
  bool in_body = true;       // false: in a member initialiser
  std::optional<Body> body;  // read when the first call of it needs it
};

class Visitor : public clang::RecursiveASTVisitor<Visitor> {
 public:
  explicit Visitor(const CallSelection& selection)
      : selection_(selection), sources_(selection.unit.context.getSourceManager()) {}

  void Look(const clang::FunctionDecl& function) {
    around_.push_back({&function, nullptr, false, {}});
    if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&function)) {
      for (const clang::CXXCtorInitializer* initializer : constructor->inits()) {
        if (initializer->isWritten()) TraverseStmt(initializer->getInit());
      }
    }
    around_.back().in_body = true;
    TraverseStmt(function.getBody());
  }

  bool TraverseLambdaExpr(clang::LambdaExpr* lambda) {
    for (unsigned i = 0; i < lambda->capture_size(); ++i) {
      if (clang::Expr* init = lambda->capture_init_begin()[i]) TraverseStmt(init);
    }
    around_.push_back({lambda->getCallOperator(), lambda, true, {}});
    TraverseStmt(lambda->getBody());
    around_.pop_back();
    return true;
  }

  // What is not evaluated, or at compile time; a local class's members are functions of their own.
  bool TraverseUnaryExprOrTypeTraitExpr(clang::UnaryExprOrTypeTraitExpr*) { return true; }
  bool TraverseCXXNoexceptExpr(clang::CXXNoexceptExpr*) { return true; }
  bool TraverseCXXTypeidExpr(clang::CXXTypeidExpr*) { return true; }
  bool TraverseConstantExpr(clang::ConstantExpr*) { return true; }
  bool TraverseRequiresExpr(clang::RequiresExpr*) { return true; }
  bool TraverseTypeLoc(clang::TypeLoc, bool = true) { return true; }  // since LLVM 22 with its qualifier or without
  bool TraverseStaticAssertDecl(clang::StaticAssertDecl*) { return true; }
  bool TraverseCXXRecordDecl(clang::CXXRecordDecl*) { return true; }
  bool TraverseVarDecl(clang::VarDecl* variable) {
    return variable->isConstexpr() || RecursiveASTVisitor::TraverseVarDecl(variable);
  }

  bool VisitCallExpr(clang::CallExpr* call) { return Consider(PartsOf(*call), *call); }
  bool VisitCXXConstructExpr(clang::CXXConstructExpr* call) { return Consider(PartsOf(*call), *call); }
  bool VisitCXXUnresolvedConstructExpr(clang::CXXUnresolvedConstructExpr* call) {
    return Consider(PartsOf(*call), *call);
  }
  bool VisitVarDecl(clang::VarDecl* variable) {
    if (std::optional<CallParts> parts = PartsOf(*variable)) Consider(std::move(parts), *variable->getInit());
    return true;
  }

 private:
  bool Consider(const std::optional<CallParts>& parts, const clang::Expr& call) {
    if (!parts.has_value() || !seen_.insert(&call).second) return true;
    const std::string file = selection_.matcher.FileOf(*around_.front().function);
    std::vector<const Rule*> matching;
    std::vector<const Rule*> of_first;
    const std::vector<CarriedAtCalls> carried = CarriesAtCalls(*parts->callees.front());  // by annotation
    bool annotated = !carried.empty();
    bool open = false;  // rules or annotations are about some of the overloads that it may call
    for (std::size_t i = 0; i < parts->callees.size(); ++i) {
      std::vector<const Rule*> of_this = selection_.matcher.MatchingCalls(*parts->callees[i], parts->object_type, file);
      if (i == 0) of_first = of_this;
      if (i != 0 && of_this != of_first) open = true;
      if (i != 0 && CarriesAtCalls(*parts->callees[i]) != carried) open = annotated = true;
      for (const Rule* rule : of_this) {
        if (std::find(matching.begin(), matching.end(), rule) == matching.end()) matching.push_back(rule);
      }
    }
    if (matching.empty() && !annotated) return true;
    for (const Rule* rule : matching)
      selection_.out->usage.matched[static_cast<std::size_t>(rule - selection_.rules.data())] = true;
    const MergedRules rules = Merge(matching);
    if (!rules.selected && rules.effect.carry_arguments.empty() && !rules.effect.with.has_value() && !annotated)
      return true;

    const Place place = PlaceOf(sources_, sources_.getFileLoc(parts->begin));
    selection_.out->call_accounts.push_back({parts->callees.front()->getQualifiedNameAsString(), file, place.line, ""});
    CallEdit edit;
    const std::optional<Point> begin = PointAt(sources_, parts->begin);
    const std::optional<Point> end = After(parts->last);
    if (open) return LeaveOut("template parameters decide which overload it calls");
    if (!begin || !end || begin->file != end->file) return LeaveOut("it comes out of a macro");
    edit.begin = *begin;
    edit.end = *end;
    const std::vector<unsigned>& ruled = rules.effect.carry_arguments;
    for (const unsigned position : ruled)
      Carry(*parts, position, rules.place, rules.effect.carry_linked.value_or(false), &edit);
    for (const auto& [index, linked] : carried) {
      if (std::find(ruled.begin(), ruled.end(), index + 1) != ruled.end()) continue;
      if (parts->template_arguments) {
        LeaveOut("its template arguments are written");
      } else {
        Carry(*parts, index + 1, place, linked, &edit);
      }
    }
    if (rules.effect.with.has_value()) CallInstead(*parts, *rules.effect.with, &edit);
    if (rules.selected) Span(*parts, rules, &edit);
    if (edit.carried.empty() && !edit.instead.has_value() && !edit.span.has_value()) return true;
    for (const std::string& header : rules.effect.includes) {
      std::vector<std::string>& includes = selection_.out->includes;
      if (std::find(includes.begin(), includes.end(), header) == includes.end()) includes.push_back(header);
    }
    selection_.out->calls.push_back(std::move(edit));
    return true;
  }

  // Of the call whose account was made last.
  bool LeaveOut(const std::string& reason) {
    std::string& said = selection_.out->call_accounts.back().left_out;
    said += (said.empty() ? "" : "; ") + reason;
    return true;
  }

  std::optional<Point> After(clang::SourceLocation token) const {
    return AfterToken(sources_, selection_.unit.context.getLangOpts(), token);
  }

  void Carry(const CallParts& parts, unsigned position, const Place& place, bool linked, CallEdit* edit) {
    const std::string what = "argument " + std::to_string(position);
    if (position > parts.arguments.size()) {
      if (edit->carried.empty()) LeaveOut("it has no " + what);  // else it is one of a function that takes any number
      return;
    }
    const clang::Expr& argument = *parts.arguments[position - 1];
    const std::optional<Point> begin = PointAt(sources_, argument.getBeginLoc());
    const std::optional<Point> end = After(argument.getEndLoc());
    if (!begin || !end || begin->file != edit->begin.file || end->file != begin->file) {
      LeaveOut(what + " comes out of a macro");
    } else if (llvm::isa<clang::InitListExpr>(argument) || !MayBeCallable(argument.getType())) {
      LeaveOut(what + " is no callable");
    } else if (argument.isLValue() && !MayBeCopied(argument.getType())) {
      LeaveOut(what + " names an object that cannot be copied");
    } else {
      edit->carried.push_back({*begin, *end, place, linked});
    }
  }

  // What stands for a parameter's type alone means nothing to a template that hands it on: a list in braces is given
  // the type; else why the call is left out, or "".
  std::string ArgumentsOf(const CallParts& parts, const Point& call, CalledInstead* out) {
    const clang::ASTContext& context = selection_.unit.context;
    const clang::FunctionDecl& callee = *parts.callees.front();
    for (unsigned i = 0; i < parts.arguments.size(); ++i) {
      const clang::Expr& argument = *parts.arguments[i];
      const clang::Expr* bare = argument.IgnoreParenImpCasts();
      clang::QualType type = i < callee.getNumParams() ? callee.getParamDecl(i)->getType() : clang::QualType();
      if (!type.isNull()) type = type.getNonReferenceType().getUnqualifiedType();
      const std::string what = "argument " + std::to_string(i + 1);

      const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(bare);
      if (llvm::isa<clang::OverloadExpr>(bare) ||
          (name != nullptr && name->hadMultipleCandidates() && name->getType()->isFunctionType()))
        return what + " names a function of which there are several";
      const auto* number = llvm::dyn_cast<clang::IntegerLiteral>(bare);
      if ((llvm::isa<clang::GNUNullExpr>(bare) || (number != nullptr && number->getValue() == 0)) && !type.isNull() &&
          (type->isAnyPointerType() || type->isMemberPointerType() || type->isRecordType()))
        return what + " is a null pointer that is written as a number";

      const clang::SourceLocation begin = sources_.getFileLoc(argument.getBeginLoc());
      if (sources_.getCharacterData(begin)[0] != '{') continue;
      const std::optional<Point> at = PointAt(sources_, argument.getBeginLoc());
      if (!at.has_value() || at->file != call.file) return what + " comes out of a macro";
      if (type.isNull() || type->isDependentType() || parts.callees.size() != 1 || !type->isRecordType())
        return what + " is a list in braces for what is no class";
      out->lists.push_back(
          {*at, clang::TypeName::getFullyQualifiedName(type, context, context.getPrintingPolicy(), true)});
    }
    return "";
  }

  void CallInstead(const CallParts& parts, const RuleText& function, CallEdit* edit) {
    CalledInstead out;
    out.function = {function.text, function.place};
    const std::optional<clang::Token> open = clang::Lexer::findNextToken(
        parts.parens.isValid() ? parts.parens : parts.name, sources_, selection_.unit.context.getLangOpts());
    if (parts.constructs) {
      LeaveOut("a constructor cannot be replaced by a function");
    } else if (parts.template_arguments) {
      LeaveOut("its template arguments are written");
    } else if (parts.name.isMacroID() || parts.parens.isMacroID() || !open.has_value() ||
               open->isNot(clang::tok::l_paren)) {
      LeaveOut("something else than `(` follows its name");
    } else if (const std::string reason = ArgumentsOf(parts, edit->begin, &out); !reason.empty()) {
      LeaveOut(reason);
    } else {
      const bool object = parts.object == CallParts::Object::kReference || parts.object == CallParts::Object::kPointer;
      const std::optional<Point> cut = PointAt(sources_, parts.object == CallParts::Object::kNone ? open->getLocation()
                                                         : object                                 ? parts.callee
                                                                                                  : parts.begin);
      const std::optional<Point> arguments = After(open->getLocation());
      if (!cut || !arguments || cut->file != edit->begin.file || arguments->file != cut->file) {
        LeaveOut("it comes out of a macro");
        return;
      }
      out.cut = *cut;
      out.arguments = *arguments;
      out.object = parts.object == CallParts::Object::kImplicit ? "*this" : "";
      out.dereferenced = parts.object == CallParts::Object::kPointer;
      out.none = clang::Lexer::findNextToken(open->getLocation(), sources_, selection_.unit.context.getLangOpts())
                     ->is(clang::tok::r_paren);
      edit->instead = std::move(out);
    }
  }

  void Span(const CallParts& parts, const MergedRules& rules, CallEdit* edit) {
    Around& around = around_.back();
    if (!around.body.has_value()) around.body = ReadBody(*around.function);
    ReasonCode code = NoStatement(sources_, *around.function, around.lambda);
    if (code == ReasonCode::kNone) code = NoBeginning(*around.function, *around.body);
    if (selection_.unit.other_targets.Has(sources_, around.function->getLocation())) code = ReasonCode::kOtherTarget;
    std::string reason = code == ReasonCode::kNone ? "" : TextOf(code);
    if (reason.empty() && !around.in_body) reason = "it stands in a member initialiser";
    if (reason.empty() && llvm::isa<clang::CXXTryStmt>(around.function->getBody()))
      reason = "the body of the function around it is a function-try-block";
    if (reason.empty() && parts.constructs) reason = "a constructor is no expression that could have a span";
    std::optional<Site> site = reason.empty() ? selection_.site_of(*around.function) : std::nullopt;
    if (reason.empty() && (!site.has_value() || site->body.file != edit->begin.file))
      reason = "the body of the function around it comes out of a macro";
    if (!reason.empty()) {
      LeaveOut(reason);
      return;
    }
    site->line = edit->begin.place.line;
    if (ApplyRules(rules, *parts.callees.front(), &*site, &selection_.out->diagnostics)) edit->span = std::move(site);
  }

  const CallSelection& selection_;
  const clang::SourceManager& sources_;
  std::vector<Around> around_;
  std::set<const clang::Expr*> seen_;  // a list's syntactic and semantic form hold the same expressions
};

}  // namespace

void SelectCalls(const CallSelection& selection, const clang::FunctionDecl& function) {
  Visitor(selection).Look(function);
}

}  // namespace spansmith::generator
