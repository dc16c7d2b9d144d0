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

#include "generator/rulefile/expression_text.h"
#include "generator/rulefile/glob.h"
#include "generator/rulefile/keys.h"
#include "generator/rulefile/nearest.h"
#include "generator/site/answers.h"

namespace spansmith::generator {
namespace {

// What plain text would be in YAML 1.2's core schema: not text.
enum class Plain { kText, kNull, kFlag, kNumber };

Plain Resolve(const std::string& text) {
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return Plain::kNull;
  if (text == "true" || text == "True" || text == "TRUE" || text == "false" || text == "False" || text == "FALSE")
    return Plain::kFlag;
  std::size_t at = text[0] == '-' || text[0] == '+' ? 1 : 0;
  bool digit = false;
  for (; at < text.size(); ++at) {
    const bool is = std::isdigit(static_cast<unsigned char>(text[at])) != 0;
    digit = digit || is;
    if (!is && (!digit || std::strchr(".eE+-", text[at]) == nullptr) && text[at] != '.') return Plain::kText;
  }
  return digit ? Plain::kNumber : Plain::kText;
}

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

class Loader {
 public:
  Loader(const std::string& text, const std::string& file) : file_(file) {
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      lines_.push_back(line);
    }
  }

  RuleFile Load(const std::string& text) {
    try {
      // Not YAML::LoadAll: in 0.7 it takes some text that is no YAML for documents without end.
      std::istringstream stream(text);
      YAML::Parser parser(stream);
      Documents documents;
      if (parser.HandleNextDocument(documents) && parser.HandleNextDocument(documents)) {
        ReportAt(PlaceOf(documents.last), 61, {"a second document begins here"});
        return std::move(out_);
      }
      const YAML::Node document = YAML::Load(text);
      if (document.IsNull() || !document.IsDefined()) {
        ReportAt({file_, 0, 0}, 61, {"it is empty"});
      } else {
        ReadFile(document);
      }
    } catch (const YAML::Exception& error) {
      const Place place = error.mark.is_null() ? Place{file_, 0, 0} : PlaceOf(error.mark);
      ReportAt(place, 61, {error.msg});
    }
    std::stable_sort(out_.diagnostics.begin(), out_.diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return a.place.line != b.place.line ? a.place.line < b.place.line : a.place.column < b.place.column;
    });
    return std::move(out_);
  }

 private:
  using Entry = std::pair<YAML::Node, YAML::Node>;
  using Entries = std::map<std::string, Entry>;

  Place PlaceOf(const YAML::Mark& mark) const {
    return {file_, static_cast<unsigned>(mark.line + 1), static_cast<unsigned>(mark.column + 1)};
  }
  Place PlaceOf(const YAML::Node& node) const {
    return node.Mark().is_null() ? Place{file_, 0, 0} : PlaceOf(node.Mark());
  }
  const std::string& LineAt(const Place& place) const {
    static const std::string none;
    return place.line == 0 || place.line > lines_.size() ? none : lines_[place.line - 1];
  }

  // Where the text of a scalar begins: behind its quote, or below the `|` of a block.
  Place TextPlace(const YAML::Node& node) const {
    Place place = PlaceOf(node);
    const std::string& line = LineAt(place);
    const char first = place.column == 0 || place.column > line.size() ? '\0' : line[place.column - 1];
    if (first == '"' || first == '\'') ++place.column;
    if (first == '|' || first == '>') {
      ++place.line;
      const std::size_t begin = LineAt(place).find_first_not_of(' ');
      place.column = begin == std::string::npos ? 1 : static_cast<unsigned>(begin + 1);
    }
    return place;
  }

  void ReportAt(const Place& place, unsigned number, std::vector<std::string> arguments) {
    ++errors_;
    out_.diagnostics.push_back({number, place, LineAt(place), std::move(arguments)});
  }
  void Report(const YAML::Node& node, unsigned number, std::vector<std::string> arguments) {
    ReportAt(PlaceOf(node), number, std::move(arguments));
  }

  static bool IsPlain(const YAML::Node& node) { return node.Tag() != "!"; }

  static std::string Kind(const YAML::Node& node) {
    if (node.IsMap()) return "a mapping";
    if (node.IsSequence()) return "a list";
    if (node.IsNull()) return "empty";
    if (!node.IsScalar()) return "nothing";
    if (!IsPlain(node)) return "text";
    switch (Resolve(node.Scalar())) {
      case Plain::kNull:
        return "empty";
      case Plain::kFlag:
        return "true or false";
      case Plain::kNumber:
        return "a number (quotes would make it text)";
      case Plain::kText:
        break;
    }
    return "text";
  }

  // The entries of a mapping that the table knows; the others are said.
  Entries ReadMapping(const YAML::Node& node, RuleMapping mapping, const std::string& what) {
    Entries out;
    for (const auto& entry : node) {
      const YAML::Node& key = entry.first;
      if (!key.IsScalar()) {
        Report(key, 63, {"a key in " + what, Kind(key), "one of " + RuleKeyList(mapping)});
        continue;
      }
      const std::string& name = key.Scalar();
      if (FindRuleKey(mapping, name) == nullptr) {
        std::vector<std::string_view> known;
        for (const RuleKey& row : RuleKeys()) {
          if (row.in == mapping) known.push_back(row.name);
        }
        std::string hint = DidYouMean(name, known);
        if (hint.empty()) hint = Elsewhere(mapping, name);
        Report(key, 62, {name, what, RuleKeyList(mapping), hint});
        continue;
      }
      if (!out.emplace(name, Entry(key, entry.second)).second) Report(key, 67, {name, what});
    }
    return out;
  }

  // A key that belongs one level up or down.
  static std::string Elsewhere(RuleMapping mapping, const std::string& name) {
    if (mapping == RuleMapping::kRule && FindRuleKey(RuleMapping::kMatch, name) != nullptr)
      return "; `" + name + "` stands inside `match` or `exclude`";
    if (mapping == RuleMapping::kMatch && FindRuleKey(RuleMapping::kRule, name) != nullptr)
      return "; `" + name + "` stands beside `match`, not inside it";
    if (mapping == RuleMapping::kFile && FindRuleKey(RuleMapping::kRule, name) != nullptr)
      return "; `" + name + "` stands in a rule, below `rules`";
    return {};
  }

  bool Wrong(const std::string& key, const YAML::Node& node, RuleValue value) {
    if (node.IsNull() || (node.IsScalar() && IsPlain(node) && Resolve(node.Scalar()) == Plain::kNull)) {
      ReportAt(node.IsNull() ? key_place_ : PlaceOf(node), 66, {key, Describe(value)});  // nothing stands nowhere
    } else {
      Report(node, 63, {key, Kind(node), Describe(value)});
    }
    return false;
  }

  bool ReadFlag(const std::string& key, const YAML::Node& node, bool* out) {
    if (!node.IsScalar() || !IsPlain(node) || Resolve(node.Scalar()) != Plain::kFlag)
      return Wrong(key, node, RuleValue::kFlag);
    *out = node.Scalar()[0] == 't' || node.Scalar()[0] == 'T';
    return true;
  }

  void ReadCount(const std::string& key, const YAML::Node& node, std::optional<unsigned>* out) {
    const std::string& text = node.IsScalar() ? node.Scalar() : "";
    const bool digits =
        !text.empty() && text.size() <= 6 && IsPlain(node) &&
        std::all_of(text.begin(), text.end(), [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
    if (digits) {
      *out = static_cast<unsigned>(std::stoul(text));
    } else {
      Wrong(key, node, RuleValue::kCount);
    }
  }

  bool ReadText(const std::string& key, const YAML::Node& node, RuleValue value, RuleText* out) {
    if (!node.IsScalar() || (IsPlain(node) && Resolve(node.Scalar()) != Plain::kText)) return Wrong(key, node, value);
    if (node.Scalar().find_first_not_of(" \t\r\n") == std::string::npos) {
      Report(node, 66, {key, Describe(value)});
      return false;
    }
    *out = {node.Scalar(), TextPlace(node)};
    return true;
  }

  bool ReadExpression(const std::string& key, const YAML::Node& node, RuleValue value, Expression* out) {
    if (!node.IsScalar() || (IsPlain(node) && Resolve(node.Scalar()) == Plain::kNull)) return Wrong(key, node, value);
    std::string text = node.Scalar();
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.pop_back();
    if (text.empty()) {
      Report(node, 66, {key, Describe(value)});
      return false;
    }
    const std::string wrong = WrongExpression(text);
    if (!wrong.empty()) {
      Report(node, 70, {text, "a C++ expression", wrong});
      return false;
    }
    *out = {std::move(text), TextPlace(node)};
    return true;
  }

  // One, or a list of at least one.
  bool ForEach(const std::string& key, const YAML::Node& node, RuleValue value,
               const std::function<void(const YAML::Node&)>& read) {
    if (!node.IsSequence()) {
      read(node);
      return true;
    }
    if (node.size() == 0) {
      Report(node, 66, {key, Describe(value)});
      return false;
    }
    for (const auto& item : node) read(item);
    return true;
  }

  void ReadAnswerWords(const YAML::Node& node, std::optional<unsigned>* out) {
    std::vector<RuleText> texts;
    ReadTexts("answers", node, RuleValue::kTextList, &texts);
    std::vector<std::string> words;
    for (const RuleText& text : texts) words.push_back(text.text);
    std::string wrong;
    *out = ReadAnswers(words, &wrong);
    if (!out->has_value()) Report(node, 64, {"answers", wrong, std::string("some of ") + kAnswerWords, ""});
  }

  void ReadTexts(const std::string& key, const YAML::Node& node, RuleValue value, std::vector<RuleText>* out) {
    ForEach(key, node, value, [&](const YAML::Node& item) {
      RuleText text;
      if (ReadText(key, item, value, &text)) out->push_back(std::move(text));
    });
  }

  void ReadPatterns(const std::string& key, const YAML::Node& node, RuleValue value, std::vector<std::string>* out) {
    std::vector<RuleText> texts;
    ReadTexts(key, node, value, &texts);
    for (const RuleText& text : texts) {
      std::string wrong;
      if (value == RuleValue::kNameGlobs) wrong = WrongNameGlob(text.text);
      if (value == RuleValue::kPathGlobs) wrong = WrongPathGlob(text.text);
      if (value == RuleValue::kTypePatterns || value == RuleValue::kOverload) wrong = WrongTypePattern(text.text);
      if (wrong.empty()) {
        out->push_back(text.text);
      } else {
        ReportAt(text.place, 65, {text.text, wrong});
      }
    }
  }

  void ReadPositions(const std::string& key, const YAML::Node& node, std::vector<unsigned>* out) {
    ForEach(key, node, RuleValue::kPositions, [&](const YAML::Node& item) {
      const std::string text = item.IsScalar() && IsPlain(item) ? item.Scalar() : "";
      const bool number = !text.empty() && text.size() < 5 && text[0] != '0' &&
                          text.find_first_not_of("0123456789") == std::string::npos;
      if (number) {
        out->push_back(static_cast<unsigned>(std::stoul(text)));
      } else {
        Wrong(key, item, RuleValue::kPositions);
      }
    });
  }

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
      key_place_ = PlaceOf(entry.first);
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
      key_place_ = attribute.key_place;
      const bool known = std::any_of(out->begin(), out->end(), [&](const auto& a) { return a.key == attribute.key; });
      if (known) {
        Report(entry.first, 67, {attribute.key, "`" + key + "`"});
        continue;
      }
      if (ReadExpression(attribute.key, entry.second, RuleValue::kExpression, &attribute.value))
        out->push_back(std::move(attribute));
    }
  }

  bool ReadWord(const RuleKey& key, const YAML::Node& node, std::size_t* index) {
    RuleText text;
    if (!ReadText(std::string(key.name), node, RuleValue::kWord, &text)) return false;
    const auto it = std::find(key.words.begin(), key.words.end(), text.text);
    if (it == key.words.end()) {
      Report(node, 64, {std::string(key.name), text.text, WordList(key.words), DidYouMean(text.text, key.words)});
      return false;
    }
    *index = static_cast<std::size_t>(it - key.words.begin());
    return true;
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
        if (name == "carry") ReadTexts(name, node, key.value, &effect.carry);
        if (name == "arguments") ReadTexts(name, node, key.value, &effect.arguments);
        if (name == "answers") ReadAnswerWords(node, &effect.answers);
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

  // What does not go together. `entries` has the keys.
  void CheckRule(const YAML::Node& node, const Entries& entries, const Rule& rule) {
    const auto both = [&](const char* a, const char* b, const std::string& why) {
      if (entries.count(a) != 0 && entries.count(b) != 0) Report(entries.at(b).first, 69, {a, b, why});
    };
    if (entries.count("match") == 0 && entries.count("call") == 0) {
      Report(node, 68, {"match", "it says which functions the rule is about; `function: \"**\"` is all of them"});
    }
    both("match", "call", "a rule is about functions or about calls: keep one");
    if (rule.of_calls) {
      CheckCallRule(entries, rule);
    } else {
      for (const char* key : {"carry_arguments", "with", "include"}) {
        if (entries.count(key) != 0) Report(entries.at(key).first, 68, {"call", "only a call can have this"});
      }
      for (const std::vector<RuleMatch>* matches : {&rule.matches, &rule.exclude}) {
        const bool on =
            std::any_of(matches->begin(), matches->end(), [](const RuleMatch& m) { return !m.objects.empty(); });
        if (on) Report(node, 68, {"call", "`of_type` is about the object of a call"});
      }
    }
    const bool named_role = rule.effect.role.value_or(Role::kSpan) != Role::kSpan;
    if (named_role && entries.count("object") == 0) {
      Report(entries.at("role").first, 68, {"object", "the role needs the object's kind, such as Etcd"});
    }
    if (named_role) both("role", "span", "this role names the span itself: keep one");
    if (!named_role && entries.count("object") != 0) {
      Report(entries.at("object").first, 68,
             {"role", "an object belongs to the role reconcile, build or update_status"});
    }
    if (rule.effect.root.value_or(false)) both("root", "parent", "a span that begins a trace has no parent: keep one");
    if (rule.effect.scope.has_value() == false && entries.count("scope_version") != 0) {
      Report(entries.at("scope_version").first, 68, {"scope", "a version is the scope's"});
    }
    if (rule.ignore) {
      for (const auto& [name, entry] : entries) {
        if (name == "match" || name == "call" || name == "exclude" || name == "ignore") continue;
        Report(entry.first, 69, {"ignore", name, "what is ignored has no span: remove one"});
      }
    }
    if (rule.effect.span.has_value()) CheckPlaceholders(*rule.effect.span);
    if (rule.effect.object.has_value()) CheckPlaceholders(*rule.effect.object);
  }

  void CheckCallRule(const Entries& entries, const Rule& rule) {
    for (const char* key : {"role", "object", "return_attributes", "exit_attributes", "arguments", "error_when",
                            "answers", "ok_on_success", "name", "links", "parent", "carry", "refine"}) {
      if (entries.count(key) != 0)
        Report(entries.at(key).first, 69, {"call", key, "it belongs to a function: remove one"});
    }
    // They stand in another person's expression: nothing may be evaluated there that could fail or that it could see.
    for (const RuleAttribute& attribute : rule.effect.attributes) {
      if (IsLiteral(attribute.value.text)) continue;
      ReportAt(
          attribute.value.place, 70,
          {attribute.value.text, "a literal", "an attribute of a call is text in quotes, a number, true or false"});
    }
    if (rule.effect.with.has_value() && !IsQualifiedName(rule.effect.with->text)) {
      ReportAt(rule.effect.with->place, 70,
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
        ReportAt(text.place, 70,
                 {text.text, "a span name",
                  "its braces do not match; {class}, {function} and {T}, T a type template parameter, are filled in"});
        return;
      }
      if (c == '{') open = i;
      if (c == '}') open = std::string::npos;
      if (i == text.text.size()) return;
    }
  }

  void ReadRule(const YAML::Node& node) {
    if (!node.IsMap()) {
      Report(node, 63, {"a rule", Kind(node), "a mapping of " + RuleKeyList(RuleMapping::kRule)});
      return;
    }
    const std::size_t before = errors_;
    Rule rule;
    rule.place = PlaceOf(node);
    const Entries entries = ReadMapping(node, RuleMapping::kRule, "this rule");
    for (const auto& [name, entry] : entries) {
      key_place_ = PlaceOf(entry.first);
      ReadEffect(name, entry.second, &rule);
    }
    if (errors_ == before) CheckRule(node, entries, rule);
    if (errors_ == before) out_.rules.push_back(std::move(rule));
  }

  void ReadFile(const YAML::Node& node) {
    if (!node.IsMap()) {
      Report(node, 63, {"the file", Kind(node), "a mapping with the key `rules`"});
      return;
    }
    const Entries entries = ReadMapping(node, RuleMapping::kFile, "a rule file");
    bool pack = false;
    if (const auto given = entries.find("pack"); given != entries.end()) {
      key_place_ = PlaceOf(given->second.first);
      ReadFlag("pack", given->second.second, &pack);
    }
    const auto rules = entries.find("rules");
    if (rules == entries.end()) {
      if (errors_ == 0) ReportAt({file_, 0, 0}, 66, {"rules", Describe(RuleValue::kRules)});
      return;
    }
    const YAML::Node& list = rules->second.second;
    key_place_ = PlaceOf(rules->second.first);
    if (!list.IsSequence()) {
      Wrong("rules", list, RuleValue::kRules);
    } else if (list.size() == 0) {
      Report(list, 66, {"rules", Describe(RuleValue::kRules)});
    } else {
      for (const auto& rule : list) ReadRule(rule);
    }
    for (Rule& rule : out_.rules) rule.of_pack = pack;
  }

  const std::string& file_;
  std::vector<std::string> lines_;
  std::size_t errors_ = 0;
  Place key_place_;  // of the key whose value is read
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
