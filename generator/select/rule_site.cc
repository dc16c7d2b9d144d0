// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/rule_site.h"

#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>

#include <algorithm>

#include "generator/select/arguments.h"
#include "generator/select/carry.h"
#include "generator/select/function_names.h"
#include "generator/select/request.h"
#include "generator/select/span_name.h"

namespace spansmith::generator {
namespace {

void Replace(std::string* text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text->find(from, at)) != std::string::npos; at += to.size())
    text->replace(at, from.size(), to);
}

// {class} and {function}; a function of no class has none, nor the `::` behind it.
std::string Filled(std::string text, const clang::FunctionDecl& function) {
  const std::string klass = ClassName(function);
  if (klass.empty()) Replace(&text, "{class}::", "");
  Replace(&text, "{class}", klass);
  Replace(&text, "{function}", UnqualifiedName(function));
  return text;
}

const char* MarkOf(Role role) {
  switch (role) {
    case Role::kReconcile:
      return "reconcile";
    case Role::kBuild:
      return "build";
    case Role::kUpdateStatus:
      return "update_status";
    case Role::kSpan:
      break;
  }
  return "span";
}

class Applier {
 public:
  Applier(const MergedRules& rules, const clang::FunctionDecl& function, Site* site,
          std::vector<Diagnostic>* diagnostics)
      : rules_(rules), function_(function), site_(site), diagnostics_(diagnostics) {}

  bool Apply() {
    const RuleEffect& effect = rules_.effect;
    if (!Name()) return false;
    if (effect.kind.has_value()) site_->kind = *effect.kind;
    if (effect.scope.has_value()) {
      site_->scope = *effect.scope;
      site_->scope_version = effect.scope_version;
    }
    if (effect.error_text.has_value()) site_->error_text = *effect.error_text;
    if (effect.ok_on_success.has_value()) site_->ok_on_success = *effect.ok_on_success;
    site_->root = effect.root.value_or(false);
    site_->parent = effect.parent;
    site_->run_time_name = effect.name;
    site_->links = effect.links;
    for (const RuleAttribute& attribute : effect.attributes)
      site_->entry_attributes.push_back({attribute.key, attribute.value});
    for (const RuleAttribute& attribute : effect.return_attributes)
      site_->return_attributes.push_back({attribute.key, attribute.value});
    for (const RuleAttribute& attribute : effect.exit_attributes)
      site_->exit_attributes.push_back({attribute.key, attribute.value});
    site_->error_when = effect.error_when;
    site_->answers = effect.answers;
    return Arguments() && Returns() && Request();
  }

 private:
  bool Refuse(const Place& place, unsigned number, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), site_->function);
    diagnostics_->push_back({number, place, "", std::move(arguments)});
    return false;
  }

  bool Name() {
    const RuleEffect& effect = rules_.effect;
    const RuleText text = effect.object.has_value() ? *effect.object
                          : effect.span.has_value() ? *effect.span
                                                    : RuleText{"{class}::{function}", rules_.place};
    const std::string name = Filled(text.text, function_);
    std::string placeholder;
    std::string reason;
    if (NameSpan(function_, MarkOf(effect.role.value_or(Role::kSpan)), name, site_, &placeholder, &reason)) return true;
    return Refuse(text.place, 71, {name, placeholder, reason});
  }

  bool Arguments() {
    for (const RuleText& name : rules_.effect.arguments) {
      const std::string reason = AddArguments(function_, function_, name.text, name.place, &site_->entry_attributes);
      if (!reason.empty()) return Refuse(name.place, 77, {name.text, reason, ParameterNames(function_, name.text)});
    }
    return true;
  }

  bool Returns() {
    if (!site_->evaluates_result()) return true;
    const bool none = function_.getReturnType()->isVoidType() ||
                      llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(function_);
    const RuleEffect& effect = rules_.effect;
    const Place& place =
        effect.return_attributes.empty() ? effect.error_when->place : effect.return_attributes.front().key_place;
    return !none || Refuse(place, 72, {});
  }

  bool Request() {
    if (site_->role != Role::kReconcile) return true;
    std::vector<Attribute>& attributes = site_->entry_attributes;
    const auto given = [&](const std::string& key) {
      return std::any_of(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.key == key; });
    };
    std::vector<Attribute> request = RequestAttributes(function_);
    if (request.empty() && !given("k8s.name")) return Refuse(rules_.place, 74, {});
    std::erase_if(request, [&](const Attribute& a) { return given(a.key); });
    attributes.insert(attributes.begin(), request.begin(), request.end());
    return true;
  }

  const MergedRules& rules_;
  const clang::FunctionDecl& function_;
  Site* site_;
  std::vector<Diagnostic>* diagnostics_;
};

}  // namespace

bool ApplyRules(const MergedRules& rules, const clang::FunctionDecl& function, Site* site,
                std::vector<Diagnostic>* diagnostics) {
  return Applier(rules, function, site, diagnostics).Apply();
}

std::vector<CarriedName> RuleCarries(const MergedRules& rules, const clang::FunctionDecl& function,
                                     const std::vector<unsigned>& annotated, std::vector<Diagnostic>* diagnostics) {
  std::vector<CarriedName> out;
  for (const RuleText& wanted : rules.effect.carry) {
    std::string reason = "there is none of that name";
    for (unsigned i = 0; i < function.getNumParams(); ++i) {
      const std::string name = function.getParamDecl(i)->getName().str();
      if (name != wanted.text) continue;
      reason = WhyNotCarried(function, i);
      const bool known = std::find(annotated.begin(), annotated.end(), i) != annotated.end();
      if (reason.empty() && !known) out.push_back({name, wanted.place, rules.effect.carry_linked.value_or(false)});
    }
    if (reason.empty()) continue;
    diagnostics->push_back(
        {75,
         wanted.place,
         "",
         {function.getQualifiedNameAsString(), wanted.text, reason, ParameterNames(function, wanted.text)}});
  }
  return out;
}

ReasonCode LeftOutOfRules(const clang::FunctionDecl& function, const AllocationFunctions& allocations) {
  if (allocations.Has(function)) return ReasonCode::kAllocates;
  if (function.hasAttr<clang::NoInstrumentFunctionAttr>()) return ReasonCode::kNoInstrument;
  return ReasonCode::kNone;
}

}  // namespace spansmith::generator
