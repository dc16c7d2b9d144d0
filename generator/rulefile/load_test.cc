// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/load.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

// "line:column SMNNN text" of each.
std::string Said(const std::string& text) {
  std::string out;
  for (const Diagnostic& d : LoadRules(text, "r.yaml").diagnostics) {
    out += std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + Code(d.number) + " " +
           Message(d) + "\n";
  }
  return out;
}

bool Says(const std::string& text, const std::string& what) {
  const std::string said = Said(text);
  if (said.find(what) != std::string::npos) return true;
  ADD_FAILURE() << "for: " << text << "\nexpected: " << what << "\nsaid: " << said;
  return false;
}

TEST(LoadRules, ReadsEveryKey) {
  const RuleFile file = LoadRules(R"(
rules:
  - match:
      - function: ["a::*", "b::**"]
        file: src/**
        namespace: a
        base: a::Base
        parameter: a::Request
        parameters: ["int", "const char *"]
        returns: bool
        attribute: nodiscard
      - function: c
    exclude:
      function: "**::d"
    role: reconcile
    object: Etcd
    kind: client
    scope: s
    scope_version: "1"
    error_text: "failed"
    ok_on_success: true
    answers: [not_found, conflict]
    attributes:
      k8s.name: req.name
      n: 42
    return_attributes:
      r: result
    name: '"a" + b'
    links: [x, y]
    root: true
    carry: task
    carry_linked: true
)",
                                  "r.yaml");
  ASSERT_TRUE(file.diagnostics.empty()) << Message(file.diagnostics.front());
  ASSERT_EQ(file.rules.size(), 1u);
  const Rule& rule = file.rules.front();
  ASSERT_EQ(rule.matches.size(), 2u);
  EXPECT_EQ(rule.matches[0].functions, (std::vector<std::string>{"a::*", "b::**"}));
  EXPECT_EQ(rule.matches[0].files.size() + rule.matches[0].namespaces.size() + rule.matches[0].bases.size() +
                rule.matches[0].parameter_types.size() + rule.matches[0].parameters->size() +
                rule.matches[0].return_types.size() + rule.matches[0].attributes.size(),
            8u);
  EXPECT_EQ(rule.exclude.size(), 1u);
  EXPECT_EQ(rule.effect.role, Role::kReconcile);
  EXPECT_EQ(rule.effect.object->text, "Etcd");
  EXPECT_EQ(rule.effect.kind, SpanKind::kClient);
  EXPECT_EQ(rule.effect.scope, "s");
  EXPECT_EQ(rule.effect.scope_version, "1");
  EXPECT_EQ(rule.effect.error_text, "failed");
  EXPECT_EQ(rule.effect.ok_on_success, true);
  EXPECT_EQ(rule.effect.answers, 0b1010u);
  EXPECT_EQ(rule.effect.attributes[0].value.place.line, 24u);
  EXPECT_EQ(rule.effect.attributes[0].value.place.column, 17u);
  EXPECT_EQ(rule.effect.attributes[1].value.text, "42");
  EXPECT_EQ(rule.effect.return_attributes.size(), 1u);
  EXPECT_EQ(rule.effect.name->text, "\"a\" + b");
  EXPECT_EQ(rule.effect.name->place.column, 12u);  // behind the quote
  EXPECT_EQ(rule.effect.links.size(), 2u);
  EXPECT_EQ(rule.effect.root, true);
  EXPECT_EQ(rule.effect.carry.size(), 1u);
  EXPECT_EQ(rule.effect.carry_linked, true);
}

TEST(LoadRules, ABlockStandsOnTheLinesBelow) {
  const RuleFile file = LoadRules("rules:\n- match: {function: f}\n  parent: |\n    a\n      + b\n", "r.yaml");
  ASSERT_EQ(file.rules.size(), 1u);
  EXPECT_EQ(file.rules[0].effect.parent->text, "a\n  + b");
  EXPECT_EQ(file.rules[0].effect.parent->place.line, 4u);
  EXPECT_EQ(file.rules[0].effect.parent->place.column, 5u);
}

TEST(LoadRules, SaysWhereAMistakeIs) {
  Says("", "0:0 SM061");
  Says("rules: [\n", "SM061");
  Says("rules: [{match: {function: f}}]\n---\nrules: []\n", "SM061 this is not YAML: a second document");
  Says("- a\n", "1:1 SM063 `the file` is a list");
  Says("rulse: []\n", "1:1 SM062 unknown key `rulse` in a rule file: expected rules or pack; did you mean `rules`?");
  Says("rules: []\n", "1:8 SM066");
  Says("rules: x\n", "1:8 SM063 `rules` is text, which cannot stand here: expected a list of rules");
  Says("rules: [x]\n", "1:9 SM063 `a rule` is text");
  Says("rules: [{}]\n", "SM068 this rule has no `match`");
  Says("rules:\n- match: {function: f}\n  functions: x\n", "3:3 SM062 unknown key `functions`");
  Says("rules:\n- function: f\n", "`function` stands inside `match` or `exclude`");
  Says("rules:\n- match: {span: f}\n", "`span` stands beside `match`, not inside it");
  Says("match: {}\n", "`match` stands in a rule, below `rules`");
  Says("rules:\n- match: {function: f}\n  [a, b]: x\n", "3:3 SM063 `a key in this rule` is a list");
}

TEST(LoadRules, RefusesWrongValues) {
  const auto rule = [](const std::string& line) { return "rules:\n- match: {function: f}\n  " + line + "\n"; };
  Says(rule("kind: clinet"),
       "3:9 SM064 `kind: clinet` is unknown: expected internal, server, client, producer or "
       "consumer; did you mean `client`?");
  Says(rule("role: reconciler"), "did you mean `reconcile`?");
  Says(rule("answers: [conflict, maybe]"),
       "3:12 SM064 `answers: maybe` is unknown: expected some of not_found, already_exists, conflict and cancelled, or "
       "none "
       "alone");
  Says(rule("ok_on_success: yes"),
       "3:18 SM063 `ok_on_success` is text, which cannot stand here: expected true or false");
  Says(rule("root: \"true\""), "SM063");
  Says(rule("span: 42"), "3:9 SM063 `span` is a number");
  Says(rule("span: ''"), "3:9 SM066 `span` is empty");
  Says(rule("span:"), "3:3 SM066 `span` is empty");
  Says(rule("span: [a]"), "SM063 `span` is a list");
  Says(rule("span: '{T'"), "SM070");
  Says(rule("span: 'T}'"), "SM070");
  Says(rule("span: '{}'"), "SM070");
  Says(rule("span: a\n  span: b"), "4:3 SM067 `span` is given twice in this rule");
  Says(rule("attributes: x"), "SM063 `attributes` is text");
  Says(rule("attributes: {}"), "SM066 `attributes` is empty");
  Says(rule("attributes: {a..b: x}"), "3:16 SM070 `a..b` cannot be taken as an attribute key");
  Says(rule("attributes: {a: x, a: y}"), "3:22 SM067 `a` is given twice in `attributes`");
  Says(rule("attributes: {a: 'f('}"), "3:19 SM070 `f(` cannot be taken as a C++ expression: a `)` is missing");
  Says(rule("attributes:\n    a:\n  root: true"), "4:5 SM066 `a` is empty");
  Says(rule("attributes: {a: [b]}"), "SM063 `a` is a list");
  Says(rule("links: []"), "SM066 `links` is empty");
  Says(rule("carry: [1]"), "SM063 `carry` is a number");
  Says(rule("match: {function: g}"), "SM067 `match` is given twice");
}

TEST(LoadRules, RefusesWrongPatterns) {
  const auto match = [](const std::string& line) { return "rules:\n- match: {" + line + "}\n"; };
  Says(match("function: 'a::b.c'"),
       "2:22 SM065 the pattern `a::b.c` can match nothing: no name holds the character `.`");
  Says(match("function: [a, 'b**']"), "SM065");
  Says(match("file: a//b"), "SM065");
  Says(match("parameter: 'a:b'"), "SM065");
  Says(match("function: []"), "SM066");
  Says(match("function: {a: b}"), "SM063 `function` is a mapping");
  Says(match("parameters: int"), "SM063 `parameters` is text, which cannot stand here: expected a list of types");
  Says(match(""), "SM066 `match` is empty");
  Says("rules:\n- match: []\n", "SM066 `match` is empty");
  Says("rules:\n- match: f\n", "SM063 `match` is text");
  EXPECT_TRUE(
      LoadRules(match("function: f, parameters: []"), "r.yaml").rules.front().matches.front().parameters->empty());
}

TEST(LoadRules, RefusesWhatDoesNotGoTogether) {
  const auto rule = [](const std::string& line) { return "rules:\n- match: {function: f}\n  " + line + "\n"; };
  Says(rule("role: reconcile"), "3:3 SM068 this rule has no `object`");
  Says(rule("object: Etcd"), "SM068 this rule has no `role`");
  Says(rule("role: build\n  object: X\n  span: Y"), "5:3 SM069 `role` and `span` in one rule");
  Says(rule("root: true\n  parent: p"), "SM069 `root` and `parent`");
  Says(rule("ignore: true\n  span: p"), "SM069 `ignore` and `span`");
  Says(rule("scope_version: v"), "SM068 this rule has no `scope`");
}

TEST(LoadRules, ARuleWithAMistakeIsNotThere) {
  const RuleFile file = LoadRules("rules:\n- match: {function: f}\n  kind: x\n- match: {function: g}\n", "r.yaml");
  ASSERT_EQ(file.rules.size(), 1u);
  EXPECT_EQ(file.rules[0].place.line, 4u);
  EXPECT_EQ(file.diagnostics[0].source_line, "  kind: x");
}

TEST(LoadRules, TextWithoutAnEndOfDocumentsEnds) { EXPECT_FALSE(LoadRules(",\xB5", "r.yaml").diagnostics.empty()); }

TEST(LoadRules, SizesAreWholeNumbers) {
  const RuleFile good =
      LoadRules("rules: [{match: {function: a, max_statements: 1}, exclude: {max_calls: 0}}]", "r.yaml");
  ASSERT_TRUE(good.diagnostics.empty());
  EXPECT_EQ(good.rules[0].matches[0].max_statements, 1u);
  EXPECT_EQ(good.rules[0].matches[0].max_calls, std::nullopt);
  EXPECT_EQ(good.rules[0].exclude[0].max_calls, 0u);
  for (const char* wrong : {"-1", "1.5", "one", "\"1\"", "true", "[1]", "1000000", "1e3"}) {
    const RuleFile file = LoadRules(std::string("rules: [{match: {max_calls: ") + wrong + "}}]", "r.yaml");
    ASSERT_EQ(file.diagnostics.size(), 1u) << wrong;
    EXPECT_EQ(file.diagnostics[0].number, 63u) << wrong;
  }
  EXPECT_EQ(LoadRules("rules: [{match: {max_calls: }}]", "r.yaml").diagnostics[0].number, 66u);
}

TEST(LoadRules, DeepNestingIsRefused) {
  EXPECT_FALSE(LoadRules(std::string(100000, '['), "r.yaml").diagnostics.empty());
  EXPECT_FALSE(LoadRules(std::string(100000, '{'), "r.yaml").diagnostics.empty());
}

TEST(LoadRuleFiles, AFolderIsNoFile) {
  EXPECT_EQ(LoadRuleFiles({"/"}).diagnostics.front().arguments.front(), "Is a directory");
}

TEST(LoadRuleFiles, AFileThatCannotBeReadIsSaid) {
  const RuleFile file = LoadRuleFiles({"/nowhere/rules.yaml", "/"});
  ASSERT_EQ(file.diagnostics.size(), 2u);
  EXPECT_EQ(Message(file.diagnostics[0]).substr(0, 60), "cannot read this rule file: No such file or directory; RULES");
}

}  // namespace
}  // namespace spansmith::generator
