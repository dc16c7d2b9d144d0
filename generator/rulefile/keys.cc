// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/keys.h"

namespace spansmith::generator {

const std::vector<RuleKey>& RuleKeys() {
  using M = RuleMapping;
  using V = RuleValue;
  static const std::vector<RuleKey> keys = {
      {M::kFile, "rules", V::kRules, {}, "The rules, in the order in which they refine one another."},
      {M::kFile, "pack", V::kFlag, {}, "For many programs: a rule that matches nothing in one of them is no mistake."},

      {M::kRule, "match", V::kMatches, {}, "What a function must be; with a list, one entry must hold."},
      {M::kRule, "call", V::kMatches, {}, "Instead of match: the function whose calls the rule is about."},
      {M::kRule, "exclude", V::kMatches, {}, "What a function must not be; with a list, no entry may hold."},
      {M::kRule, "ignore", V::kFlag, {}, "What it matches gets no span from any rule."},
      {M::kRule, "refine", V::kFlag, {}, "Changes the spans of other rules and makes none itself."},
      {M::kRule,
       "role",
       V::kWord,
       {"span", "reconcile", "build", "update_status"},
       "What the function is for; `span` if absent."},
      {M::kRule, "object", V::kText, {}, "The object of the roles reconcile, build and update_status."},
      {M::kRule, "span", V::kText, {}, "The span's name; {class}, {function} and {T} are filled in."},
      {M::kRule, "kind", V::kWord, {"internal", "server", "client", "producer", "consumer"}, "The span's kind."},
      {M::kRule, "scope", V::kText, {}, "The tracer's name."},
      {M::kRule, "scope_version", V::kText, {}, "The tracer's version."},
      {M::kRule, "error_text", V::kText, {}, "What an error that leaves the function means."},
      {M::kRule, "ok_on_success", V::kFlag, {}, "Status Ok, rather than Unset, when the function returns."},
      {M::kRule,
       "answers",
       V::kTextList,
       {},
       "Returned errors that are none here: not_found, already_exists, conflict, cancelled; or none."},
      {M::kRule, "attributes", V::kAttributes, {}, "Attributes evaluated when the function is entered."},
      {M::kRule, "return_attributes", V::kAttributes, {}, "Attributes evaluated when it returns, of `result`."},
      {M::kRule,
       "exit_attributes",
       V::kAttributes,
       {},
       "Attributes evaluated when it ends, of parameters and members."},
      {M::kRule, "arguments", V::kTextList, {}, "Arguments as attributes: all, or names of parameters."},
      {M::kRule, "error_when", V::kExpression, {}, "The span is an error if this holds when it returns, of `result`."},
      {M::kRule, "name", V::kExpression, {}, "The span's name at run time, a string expression."},
      {M::kRule, "links", V::kExpressionList, {}, "W3C traceparents, or ranges of them, to link to."},
      {M::kRule, "parent", V::kExpression, {}, "The W3C traceparent of the span that this one continues."},
      {M::kRule, "root", V::kFlag, {}, "The span begins a trace of its own."},
      {M::kRule, "carry", V::kTextList, {}, "Parameters that hold a callable which will run under today's span."},
      {M::kRule,
       "carry_arguments",
       V::kPositions,
       {},
       "Of a call: arguments, from 1, that are callables to run later."},
      {M::kRule, "carry_linked", V::kFlag, {}, "What is carried links to today's span, and is no child of it."},
      {M::kRule, "with", V::kText, {}, "Of a call: the function to be called instead."},
      {M::kRule, "include", V::kTextList, {}, "Of a call: headers, such as <spansmith/call/curl.h>, that stand first."},

      {M::kMatch, "function", V::kNameGlobs, {}, "Qualified name of the function, without template arguments."},
      {M::kMatch, "file", V::kPathGlobs, {}, "Path of the file that defines it, relative to the project."},
      {M::kMatch, "namespace", V::kNameGlobs, {}, "The namespace that it is in."},
      {M::kMatch, "base", V::kNameGlobs, {}, "A base class of its class."},
      {M::kMatch, "parameter", V::kTypePatterns, {}, "The type of one of its parameters."},
      {M::kMatch, "parameters", V::kOverload, {}, "The types of all its parameters."},
      {M::kMatch, "returns", V::kTypePatterns, {}, "Its return type."},
      {M::kMatch, "attribute", V::kTextList, {}, "An attribute of it, such as nodiscard or gnu::cold."},
      {M::kMatch, "max_statements", V::kCount, {}, "Its body has at most so many statements, nested ones included."},
      {M::kMatch, "max_calls", V::kCount, {}, "Its body has at most so many calls."},
      {M::kMatch, "of_type", V::kTypePatterns, {}, "Of a call: the type of the object whose member is called."},
  };
  return keys;
}

const RuleKey* FindRuleKey(RuleMapping in, std::string_view name) {
  for (const RuleKey& key : RuleKeys()) {
    if (key.in == in && key.name == name) return &key;
  }
  return nullptr;
}

std::string WordList(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i != 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

std::string RuleKeyList(RuleMapping in) {
  std::vector<std::string_view> words;
  for (const RuleKey& key : RuleKeys()) {
    if (key.in == in) words.push_back(key.name);
  }
  return WordList(words);
}

std::string Describe(RuleValue value) {
  switch (value) {
    case RuleValue::kRules:
      return "a list of rules, each behind a `-`";
    case RuleValue::kMatches:
      return "a mapping such as `function: \"**::Reconcile\"`, or a list of them";
    case RuleValue::kText:
      return "text";
    case RuleValue::kWord:
      return "a word";
    case RuleValue::kFlag:
      return "true or false";
    case RuleValue::kExpression:
      return "a C++ expression";
    case RuleValue::kExpressionList:
      return "a C++ expression, or a list of them";
    case RuleValue::kAttributes:
      return "a mapping of attribute keys to C++ expressions, such as `k8s.name: req.name`";
    case RuleValue::kTextList:
      return "text, or a list of texts";
    case RuleValue::kPositions:
      return "a whole number from 1 on, or a list of them";
    case RuleValue::kNameGlobs:
      return "a name glob such as \"kube::**::Get*\", or a list of them";
    case RuleValue::kPathGlobs:
      return "a path glob such as \"src/**/*.cc\", or a list of them";
    case RuleValue::kTypePatterns:
      return "a type such as kube::Request, or a list of them";
    case RuleValue::kOverload:
      return "a list of types, one a parameter";
    case RuleValue::kCount:
      return "a whole number, 0 or more";
  }
  return {};
}

}  // namespace spansmith::generator
