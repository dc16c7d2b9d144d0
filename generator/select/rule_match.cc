// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/rule_match.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/Basic/FileEntry.h>
#include <clang/Basic/SourceManager.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "generator/rulefile/glob.h"
#include "generator/select/body_size.h"
#include "generator/select/function_names.h"
#include "generator/site/project_path.h"

namespace spansmith::generator {
namespace {

template <typename Predicate>
bool NoneOrAny(const std::vector<std::string>& patterns, Predicate holds) {
  return patterns.empty() || std::any_of(patterns.begin(), patterns.end(), holds);
}

std::string Printed(clang::QualType type, const clang::ASTContext& context) {
  clang::PrintingPolicy policy(context.getLangOpts());
  policy.SuppressUnwrittenScope = true;
  policy.adjustForCPlusPlus();
  return type.getAsString(policy);
}

// The name of a type with const, references, pointers and template arguments taken off, as written: an alias has its
// own name. Empty: it has none.
std::vector<std::string> TypeName(clang::QualType type, const clang::ASTContext& context) {
  if (const auto* alias = type->getAs<clang::TypedefType>()) return QualifiedName(*alias->getDecl());
  if (const clang::TagDecl* tag = type->getAsTagDecl()) return QualifiedName(*tag);
  if (const auto* specialised = type->getAs<clang::TemplateSpecializationType>()) {
    if (const clang::TemplateDecl* made_from = specialised->getTemplateName().getAsTemplateDecl())
      return QualifiedName(*made_from);
  }
  return {Printed(type.getUnqualifiedType(), context)};
}

clang::QualType Bare(clang::QualType type) {
  type = type.getNonReferenceType();
  while (type->isPointerType()) type = type->getPointeeType();
  return type.getUnqualifiedType();
}

bool MatchesType(const std::string& pattern, clang::QualType type, const clang::ASTContext& context) {
  if (IsWholeType(pattern)) {
    const std::string whole = WithoutBlanks(pattern);
    return whole == WithoutBlanks(Printed(type, context)) ||
           whole == WithoutBlanks(Printed(type.getCanonicalType(), context));
  }
  const clang::QualType bare = Bare(type);
  return MatchesName(pattern, TypeName(bare, context)) ||
         MatchesName(pattern, TypeName(bare.getCanonicalType(), context));
}

void CollectBases(const clang::CXXRecordDecl* record, std::set<const clang::NamedDecl*>* out) {
  if (record == nullptr || !record->hasDefinition()) return;
  for (const clang::CXXBaseSpecifier& base : record->getDefinition()->bases()) {
    const clang::CXXRecordDecl* definition = base.getType()->getAsCXXRecordDecl();
    const auto* specialised = base.getType()->getAs<clang::TemplateSpecializationType>();
    if (definition == nullptr && specialised != nullptr) {  // a base that depends on a template parameter
      const auto* made_from =
          llvm::dyn_cast_or_null<clang::ClassTemplateDecl>(specialised->getTemplateName().getAsTemplateDecl());
      if (made_from != nullptr) definition = made_from->getTemplatedDecl();
    }
    if (definition != nullptr && out->insert(definition).second) CollectBases(definition, out);
  }
}

bool MatchesBase(const std::vector<std::string>& globs, const clang::FunctionDecl& function) {
  if (globs.empty()) return true;
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
  if (method == nullptr) return false;
  std::set<const clang::NamedDecl*> bases;
  CollectBases(method->getParent(), &bases);
  return std::any_of(bases.begin(), bases.end(), [&](const clang::NamedDecl* base) {
    return NoneOrAny(globs, [&](const std::string& glob) { return MatchesName(glob, QualifiedName(*base)); });
  });
}

bool HasAttribute(const std::string& name, const clang::FunctionDecl& function) {
  for (const clang::FunctionDecl* declaration : function.redecls()) {
    for (const clang::Attr* attribute : declaration->attrs()) {
      if (attribute->isImplicit()) continue;
      if (name == attribute->getNormalizedFullName() || name == attribute->getSpelling()) return true;
    }
  }
  return false;
}

bool MatchesOverload(const std::vector<std::string>& patterns, const clang::FunctionDecl& function) {
  if (patterns.size() != function.getNumParams()) return false;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const clang::ParmVarDecl* parameter = function.getParamDecl(static_cast<unsigned>(i));
    if (!MatchesType(patterns[i], parameter->getOriginalType(), function.getASTContext())) return false;
  }
  return true;
}

// The key of the first condition that does not hold; null: all hold.
template <typename Subject>
const char* WhyNot(const RuleMatch& match, const Subject& subject) {
  const clang::FunctionDecl& function = subject.function;
  const clang::ASTContext& context = function.getASTContext();
  if (!NoneOrAny(match.functions, [&](const std::string& glob) { return MatchesName(glob, subject.name); }))
    return "function";
  if (!NoneOrAny(match.namespaces, [&](const std::string& glob) { return MatchesName(glob, subject.name_space); }))
    return "namespace";
  if (!NoneOrAny(match.files, [&](const std::string& glob) { return MatchesPath(glob, subject.file); })) return "file";
  const auto takes = [&](const std::string& pattern) {
    return std::any_of(function.param_begin(), function.param_end(), [&](const clang::ParmVarDecl* parameter) {
      return MatchesType(pattern, parameter->getOriginalType(), context);
    });
  };
  const auto returns = [&](const std::string& pattern) {
    return MatchesType(pattern, function.getReturnType(), context);
  };
  const auto has = [&](const std::string& name) { return HasAttribute(name, function); };
  if (match.asks_size()) {
    if (!function.doesThisDeclarationHaveABody()) return "max_statements";
    const BodySize size = SizeOfBody(function);
    if (match.max_statements.has_value() && size.statements > *match.max_statements) return "max_statements";
    if (match.max_calls.has_value() && size.calls > *match.max_calls) return "max_calls";
  }
  const auto on = [&](const std::string& pattern) {
    return !subject.object.isNull() && MatchesType(pattern, subject.object, context);
  };
  if (!NoneOrAny(match.objects, on)) return "of_type";
  if (!NoneOrAny(match.parameter_types, takes)) return "parameter";
  if (!NoneOrAny(match.return_types, returns)) return "returns";
  if (!NoneOrAny(match.attributes, has)) return "attribute";
  if (!MatchesBase(match.bases, function)) return "base";
  if (match.parameters.has_value() && !MatchesOverload(*match.parameters, function)) return "parameters";
  return nullptr;
}

template <typename Subject>
bool Matches(const RuleMatch& match, const Subject& subject) {
  return WhyNot(match, subject) == nullptr;
}

// Whether it names functions by more than `**`.
bool NamesFunctions(const RuleMatch& match) {
  return std::any_of(match.functions.begin(), match.functions.end(),
                     [](const std::string& glob) { return glob.find_first_not_of("*:") != std::string::npos; });
}

}  // namespace

std::string RuleMatcher::FileOf(const clang::FunctionDecl& definition) const {
  const clang::SourceManager& sources = definition.getASTContext().getSourceManager();
  const clang::OptionalFileEntryRef file =
      sources.getFileEntryRefForID(sources.getFileID(sources.getFileLoc(definition.getLocation())));
  return file ? ProjectPath(project_, file->getName().str()) : "";
}

struct RuleMatcher::Subject {
  const clang::FunctionDecl& function;
  std::vector<std::string> name;
  std::vector<std::string> name_space;
  std::string file;
  clang::QualType object;
};

std::vector<const Rule*> RuleMatcher::Matching(const clang::FunctionDecl& definition,
                                               std::vector<NearMiss>* misses) const {
  return Matching({definition, QualifiedName(definition), NamespaceOf(definition), FileOf(definition), {}}, false,
                  misses);
}

std::vector<const Rule*> RuleMatcher::MatchingCalls(const clang::FunctionDecl& callee, clang::QualType object,
                                                    const std::string& file) const {
  return Matching({callee, QualifiedName(callee), NamespaceOf(callee), file, object}, true, nullptr);
}

std::vector<const Rule*> RuleMatcher::Matching(const Subject& subject, bool calls,
                                               std::vector<NearMiss>* misses) const {
  const auto any = [&](const std::vector<RuleMatch>& matches) {
    return std::any_of(matches.begin(), matches.end(), [&](const RuleMatch& match) { return Matches(match, subject); });
  };
  std::vector<const Rule*> out;
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const Rule& rule = rules_[i];
    if (rule.of_calls != calls) continue;
    const char* condition = "function";
    for (const RuleMatch& match : rule.matches) {
      const char* why_not = WhyNot(match, subject);
      if (why_not == nullptr || (NamesFunctions(match) && std::string_view(why_not) != "function")) condition = why_not;
      if (why_not == nullptr) break;
    }
    if (condition == nullptr && any(rule.exclude)) condition = "exclude";
    if (condition == nullptr) {
      out.push_back(&rule);
    } else if (misses != nullptr && std::string_view(condition) != "function") {
      misses->push_back({i, condition});
    }
  }
  return out;
}

bool RuleMatcher::TooSmall(const clang::FunctionDecl& definition) const {
  const Subject subject = {definition, QualifiedName(definition), NamespaceOf(definition), FileOf(definition), {}};
  return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
    const auto holds = [&](const RuleMatch& match) { return Matches(match, subject); };
    const auto small = [&](const RuleMatch& match) { return match.asks_size() && Matches(match, subject); };
    return !rule.of_calls && std::any_of(rule.matches.begin(), rule.matches.end(), holds) &&
           std::any_of(rule.exclude.begin(), rule.exclude.end(), small);
  });
}

}  // namespace spansmith::generator
