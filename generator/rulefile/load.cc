// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/load.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <utility>

#include "generator/rulefile/contradictions.h"
#include "generator/rulefile/expression_text.h"
#include "generator/rulefile/keys.h"
#include "generator/rulefile/nearest.h"
#include "generator/rulefile/yaml_values.h"
#include "generator/site/answers.h"

namespace spansmith::generator {
namespace {

// Notes where each document begins.
class Documents : public YAML::EventHandler {
 public:
  YAML::Mark last;

  void OnDocumentStart(const YAML::Mark& mark) override { last = mark; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

class Loader : public YamlValues {
 public:
  using YamlValues::YamlValues;

  RuleFile Load(const std::string& text) {
    try {
      // Not YAML::LoadAll: in 0.7 it takes some text that is no YAML for documents without end.
      std::istringstream stream(text);
      YAML::Parser parser(stream);
      Documents documents;
      if (parser.HandleNextDocument(documents) && parser.HandleNextDocument(documents)) {
        ReportAt(PlaceOf(documents.last), 61, {"a second document begins here"});
        out_.diagnostics = std::move(diagnostics);
        return std::move(out_);
      }
      const YAML::Node document = YAML::Load(text);
      if (document.IsNull() || !document.IsDefined()) {
        ReportAt({file(), 0, 0}, 61, {"it is empty"});
      } else {
        ReadFile(document);
      }
    } catch (const YAML::Exception& error) {
      const Place place = error.mark.is_null() ? Place{file(), 0, 0} : PlaceOf(error.mark);
      ReportAt(place, 61, {error.msg});
    }
    std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return a.place.line != b.place.line ? a.place.line < b.place.line : a.place.column < b.place.column;
    });
    out_.diagnostics = std::move(diagnostics);
    return std::move(out_);
  }

 private:
  void ReadIncludes(const YAML::Node& node, std::vector<std::string>* out) {
    std::vector<RuleText> texts;
    ReadTexts("include", node, RuleValue::kTextList, &texts);
    for (const RuleText& text : texts) {
      const std::string& name = text.text;
      if (IsHeaderName(name)) {
        out->push_back(name);
      } else {
        ReportAt(text.place, 70,
                 {name, "a header", "expected it as an #include has it, such as <spansmith/call/curl.h>"});
      }
    }
  }

  void ReadMatches(const std::string& key, const YAML::Node& node, std::vector<RuleMatch>* out) {
    ForEach(key, node, RuleValue::kMatches, [&](const YAML::Node& item) {
      if (!item.IsMap()) {
        Wrong(key, item, RuleValue::kMatches);
      } else if (item.size() == 0) {
        Report(item, 66, {key, Describe(RuleValue::kMatches)});
      } else {
        out->push_back(ReadMatch(key, item));
      }
    });
  }

  RuleMatch ReadMatch(const std::string& what, const YAML::Node& node) {
    RuleMatch out;
    for (const auto& [name, entry] : ReadMapping(node, RuleMapping::kMatch, "`" + what + "`")) {
      const RuleValue value = FindRuleKey(RuleMapping::kMatch, name)->value;
      const YAML::Node& given = entry.second;
      key_place = PlaceOf(entry.first);
      if (name == "function") ReadPatterns(name, given, value, &out.functions);
      if (name == "file") ReadPatterns(name, given, value, &out.files);
      if (name == "namespace") ReadPatterns(name, given, value, &out.namespaces);
      if (name == "base") ReadPatterns(name, given, value, &out.bases);
      if (name == "parameter") ReadPatterns(name, given, value, &out.parameter_types);
      if (name == "returns") ReadPatterns(name, given, value, &out.return_types);
      if (name == "attribute") ReadPatterns(name, given, value, &out.attributes);
      if (name == "max_statements") ReadCount(name, given, &out.max_statements);
      if (name == "max_calls") ReadCount(name, given, &out.max_calls);
      if (name == "of_type") ReadPatterns(name, given, value, &out.objects);
      if (name != "parameters") continue;
      if (!given.IsSequence()) {
        Wrong(name, given, value);
        continue;
      }
      out.parameters.emplace();
      if (given.size() != 0) ReadPatterns(name, given, value, &*out.parameters);
    }
    return out;
  }

  void ReadAttributes(const std::string& key, const YAML::Node& node, std::vector<RuleAttribute>* out) {
    if (!node.IsMap()) {
      Wrong(key, node, RuleValue::kAttributes);
      return;
    }
    if (node.size() == 0) Report(node, 66, {key, Describe(RuleValue::kAttributes)});
    for (const auto& entry : node) {
      if (!entry.first.IsScalar() || !IsAttributeKey(entry.first.Scalar())) {
        Report(entry.first, 70,
               {entry.first.IsScalar() ? entry.first.Scalar() : Kind(entry.first), "an attribute key",
                "expected words joined by dots, such as k8s.namespace"});
        continue;
      }
      RuleAttribute attribute{entry.first.Scalar(), PlaceOf(entry.first), {}};
      key_place = attribute.key_place;
      const bool known = std::any_of(out->begin(), out->end(), [&](const auto& a) { return a.key == attribute.key; });
      if (known) {
        Report(entry.first, 67, {attribute.key, "`" + key + "`"});
        continue;
      }
      if (ReadExpression(attribute.key, entry.second, RuleValue::kExpression, &attribute.value))
        out->push_back(std::move(attribute));
    }
  }

  void ReadAnswerWords(const YAML::Node& node, std::optional<unsigned>* out) {
    std::vector<RuleText> texts;
    ReadTexts("answers", node, RuleValue::kTextList, &texts);
    std::vector<std::string> words;
    for (const RuleText& text : texts) words.push_back(text.text);
    std::string wrong;
    *out = ReadAnswers(words, &wrong);
    if (!out->has_value())
      Report(node, 64, {"answers", wrong, std::string("some of ") + kAnswerWords, NearestAnswer(wrong)});
  }

  void ReadEffect(const std::string& name, const YAML::Node& node, Rule* rule) {
    RuleEffect& effect = rule->effect;
    const RuleKey& key = *FindRuleKey(RuleMapping::kRule, name);
    RuleText text;
    bool flag = false;
    std::size_t word = 0;
    Expression expression;
    switch (key.value) {
      case RuleValue::kText:
        if (!ReadText(name, node, key.value, &text)) return;
        if (name == "object") effect.object = text;
        if (name == "span") effect.span = text;
        if (name == "scope") effect.scope = text.text;
        if (name == "scope_version") effect.scope_version = text.text;
        if (name == "error_text") effect.error_text = text.text;
        if (name == "with") effect.with = text;
        break;
      case RuleValue::kFlag:
        if (!ReadFlag(name, node, &flag)) return;
        if (name == "ignore") rule->ignore = flag;
        if (name == "refine") rule->refine = flag;
        if (name == "ok_on_success") effect.ok_on_success = flag;
        if (name == "root") effect.root = flag;
        if (name == "carry_linked") effect.carry_linked = flag;
        break;
      case RuleValue::kWord:
        if (!ReadWord(key, node, &word)) return;
        if (name == "role") effect.role = static_cast<Role>(word);
        if (name == "kind") effect.kind = static_cast<SpanKind>(word);
        break;
      case RuleValue::kExpression:
        if (!ReadExpression(name, node, key.value, &expression)) return;
        if (name == "name") effect.name = expression;
        if (name == "parent") effect.parent = expression;
        if (name == "error_when") effect.error_when = expression;
        break;
      case RuleValue::kExpressionList:
        ForEach(name, node, key.value, [&](const YAML::Node& item) {
          if (ReadExpression(name, item, key.value, &expression)) effect.links.push_back(expression);
        });
        break;
      case RuleValue::kAttributes:
        ReadAttributes(name, node,
                       name == "attributes"          ? &effect.attributes
                       : name == "return_attributes" ? &effect.return_attributes
                                                     : &effect.exit_attributes);
        break;
      case RuleValue::kTextList:
        if (name == "answers") ReadAnswerWords(node, &effect.answers);
        if (name == "carry") ReadTexts(name, node, key.value, &effect.carry);
        if (name == "arguments") ReadTexts(name, node, key.value, &effect.arguments);
        if (name == "include") ReadIncludes(node, &effect.includes);
        break;
      case RuleValue::kPositions:
        ReadPositions(name, node, &effect.carry_arguments);
        break;
      case RuleValue::kMatches:
        if (name == "call") rule->of_calls = true;
        ReadMatches(name, node, name == "exclude" ? &rule->exclude : &rule->matches);
        break;
      default:
        break;
    }
  }

  void ReadRule(const YAML::Node& node) {
    if (!node.IsMap()) {
      Report(node, 63, {"a rule", Kind(node), "a mapping of " + RuleKeyList(RuleMapping::kRule)});
      return;
    }
    const std::size_t before = errors();
    Rule rule;
    rule.place = PlaceOf(node);
    const Entries entries = ReadMapping(node, RuleMapping::kRule, "this rule");
    for (const auto& [name, entry] : entries) {
      key_place = PlaceOf(entry.first);
      ReadEffect(name, entry.second, &rule);
    }
    if (errors() == before) CheckRule(node, entries, rule, this);
    if (errors() == before) out_.rules.push_back(std::move(rule));
  }

  void ReadFile(const YAML::Node& node) {
    if (!node.IsMap()) {
      Report(node, 63, {"the file", Kind(node), "a mapping with the key `rules`"});
      return;
    }
    const Entries entries = ReadMapping(node, RuleMapping::kFile, "a rule file");
    bool pack = false;
    if (const auto given = entries.find("pack"); given != entries.end()) {
      key_place = PlaceOf(given->second.first);
      ReadFlag("pack", given->second.second, &pack);
    }
    const auto rules = entries.find("rules");
    if (rules == entries.end()) {
      if (errors() == 0) ReportAt({file(), 0, 0}, 66, {"rules", Describe(RuleValue::kRules)});
      return;
    }
    const YAML::Node& list = rules->second.second;
    key_place = PlaceOf(rules->second.first);
    if (!list.IsSequence()) {
      Wrong("rules", list, RuleValue::kRules);
    } else if (list.size() == 0) {
      Report(list, 66, {"rules", Describe(RuleValue::kRules)});
    } else {
      for (const auto& rule : list) ReadRule(rule);
    }
    for (Rule& rule : out_.rules) rule.of_pack = pack;
  }

  RuleFile out_;
};

}  // namespace

RuleFile LoadRules(const std::string& text, const std::string& file) { return Loader(text, file).Load(text); }

RuleFile LoadRuleFiles(const std::vector<std::string>& files) {
  RuleFile out;
  for (const std::string& file : files) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (stream) text << stream.rdbuf();
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(file, ignored);
    if (folder || !stream || text.bad()) {
      out.diagnostics.push_back({60, {file, 0, 0}, "", {std::strerror(folder ? EISDIR : errno)}});
      continue;
    }
    RuleFile one = LoadRules(text.str(), file);
    std::move(one.rules.begin(), one.rules.end(), std::back_inserter(out.rules));
    std::move(one.diagnostics.begin(), one.diagnostics.end(), std::back_inserter(out.diagnostics));
  }
  return out;
}

}  // namespace spansmith::generator