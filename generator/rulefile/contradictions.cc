// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/contradictions.h"

#include <algorithm>
#include <string>
#include <vector>

#include "generator/rulefile/expression_text.h"

namespace spansmith::generator {
namespace {

class Contradictions {
 public:
  explicit Contradictions(YamlValues* values) : values_(*values) {}

  void Check(const YAML::Node& node, const YamlValues::Entries& entries, const Rule& rule) {
    const auto both = [&](const char* a, const char* b, const std::string& why) {
      if (entries.count(a) != 0 && entries.count(b) != 0) values_.Report(entries.at(b).first, 69, {a, b, why});
    };
    if (entries.count("match") == 0 && entries.count("call") == 0) {
      values_.Report(node, 68,
                     {"match", "it says which functions the rule is about; `function: \"**\"` is all of them"});
    }
    both("match", "call", "a rule is about functions or about calls: keep one");
    if (rule.of_calls) {
      CheckCallRule(entries, rule);
    } else {
      for (const char* key : {"carry_arguments", "with", "include"}) {
        if (entries.count(key) != 0) values_.Report(entries.at(key).first, 68, {"call", "only a call can have this"});
      }
      for (const std::vector<RuleMatch>* matches : {&rule.matches, &rule.exclude}) {
        const bool on =
            std::any_of(matches->begin(), matches->end(), [](const RuleMatch& m) { return !m.objects.empty(); });
        if (on) values_.Report(node, 68, {"call", "`of_type` is about the object of a call"});
      }
    }
    const bool named_role = rule.effect.role.value_or(Role::kSpan) != Role::kSpan;
    if (named_role && entries.count("object") == 0) {
      values_.Report(entries.at("role").first, 68, {"object", "the role needs the object's kind, such as Etcd"});
    }
    if (named_role) both("role", "span", "this role names the span itself: keep one");
    if (!named_role && entries.count("object") != 0) {
      values_.Report(entries.at("object").first, 68,
                     {"role", "an object belongs to the role reconcile, build or update_status"});
    }
    if (rule.effect.root.value_or(false)) both("root", "parent", "a span that begins a trace has no parent: keep one");
    if (rule.effect.scope.has_value() == false && entries.count("scope_version") != 0) {
      values_.Report(entries.at("scope_version").first, 68, {"scope", "a version is the scope's"});
    }
    if (rule.ignore) {
      for (const auto& [name, entry] : entries) {
        if (name == "match" || name == "call" || name == "exclude" || name == "ignore") continue;
        values_.Report(entry.first, 69, {"ignore", name, "what is ignored has no span: remove one"});
      }
    }
    if (rule.effect.span.has_value()) CheckPlaceholders(*rule.effect.span);
    if (rule.effect.object.has_value()) CheckPlaceholders(*rule.effect.object);
  }

 private:
  void CheckCallRule(const YamlValues::Entries& entries, const Rule& rule) {
    for (const char* key : {"role", "object", "return_attributes", "exit_attributes", "arguments", "error_when",
                            "answers", "ok_on_success", "name", "links", "parent", "carry", "refine"}) {
      if (entries.count(key) != 0)
        values_.Report(entries.at(key).first, 69, {"call", key, "it belongs to a function: remove one"});
    }
    // They stand in another person's expression: nothing may be evaluated there that could fail or that it could see.
    for (const RuleAttribute& attribute : rule.effect.attributes) {
      if (IsLiteral(attribute.value.text)) continue;
      values_.ReportAt(
          attribute.value.place, 70,
          {attribute.value.text, "a literal", "an attribute of a call is text in quotes, a number, true or false"});
    }
    if (rule.effect.with.has_value() && !IsQualifiedName(rule.effect.with->text)) {
      values_.ReportAt(
          rule.effect.with->place, 70,
          {rule.effect.with->text, "a function's name", "expected it as in ::spansmith::call::curl_easy_perform"});
    }
  }

  void CheckPlaceholders(const RuleText& text) {
    std::size_t open = std::string::npos;
    for (std::size_t i = 0; i <= text.text.size(); ++i) {
      const char c = i < text.text.size() ? text.text[i] : '\0';
      const bool wrong = (c == '{' && open != std::string::npos) || (c == '}' && open == std::string::npos) ||
                         (c == '\0' && open != std::string::npos) || (c == '}' && open + 1 == i);
      if (wrong) {
        values_.ReportAt(
            text.place, 70,
            {text.text, "a span name",
             "its braces do not match; {class}, {function} and {T}, T a type template parameter, are filled in"});
        return;
      }
      if (c == '{') open = i;
      if (c == '}') open = std::string::npos;
      if (i == text.text.size()) return;
    }
  }

  YamlValues& values_;
};

}  // namespace

void CheckRule(const YAML::Node& node, const YamlValues::Entries& entries, const Rule& rule, YamlValues* values) {
  Contradictions(values).Check(node, entries, rule);
}

}  // namespace spansmith::generator
