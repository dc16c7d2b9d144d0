// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/yaml_values.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <sstream>

#include "generator/rulefile/expression_text.h"
#include "generator/rulefile/glob.h"
#include "generator/rulefile/nearest.h"

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

}  // namespace

YamlValues::YamlValues(const std::string& text, const std::string& file) : file_(file) {
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines_.push_back(line);
  }
}

Place YamlValues::PlaceOf(const YAML::Mark& mark) const {
  return {file_, static_cast<unsigned>(mark.line + 1), static_cast<unsigned>(mark.column + 1)};
}

Place YamlValues::PlaceOf(const YAML::Node& node) const {
  return node.Mark().is_null() ? Place{file_, 0, 0} : PlaceOf(node.Mark());
}

const std::string& YamlValues::LineAt(const Place& place) const {
  static const std::string none;
  return place.line == 0 || place.line > lines_.size() ? none : lines_[place.line - 1];
}

Place YamlValues::TextPlace(const YAML::Node& node) const {
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

void YamlValues::ReportAt(const Place& place, unsigned number, std::vector<std::string> arguments) {
  diagnostics.push_back({number, place, LineAt(place), std::move(arguments)});
}

void YamlValues::Report(const YAML::Node& node, unsigned number, std::vector<std::string> arguments) {
  ReportAt(PlaceOf(node), number, std::move(arguments));
}

bool YamlValues::IsPlain(const YAML::Node& node) { return node.Tag() != "!"; }

std::string YamlValues::Kind(const YAML::Node& node) {
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

YamlValues::Entries YamlValues::ReadMapping(const YAML::Node& node, RuleMapping mapping, const std::string& what) {
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

std::string YamlValues::Elsewhere(RuleMapping mapping, const std::string& name) {
  if (mapping == RuleMapping::kRule && FindRuleKey(RuleMapping::kMatch, name) != nullptr)
    return "; `" + name + "` stands inside `match` or `exclude`";
  if (mapping == RuleMapping::kMatch && FindRuleKey(RuleMapping::kRule, name) != nullptr)
    return "; `" + name + "` stands beside `match`, not inside it";
  if (mapping == RuleMapping::kFile && FindRuleKey(RuleMapping::kRule, name) != nullptr)
    return "; `" + name + "` stands in a rule, below `rules`";
  return {};
}

bool YamlValues::Wrong(const std::string& key, const YAML::Node& node, RuleValue value) {
  if (node.IsNull() || (node.IsScalar() && IsPlain(node) && Resolve(node.Scalar()) == Plain::kNull)) {
    ReportAt(node.IsNull() ? key_place : PlaceOf(node), 66, {key, Describe(value)});  // nothing stands nowhere
  } else {
    Report(node, 63, {key, Kind(node), Describe(value)});
  }
  return false;
}

bool YamlValues::ReadFlag(const std::string& key, const YAML::Node& node, bool* out) {
  if (!node.IsScalar() || !IsPlain(node) || Resolve(node.Scalar()) != Plain::kFlag)
    return Wrong(key, node, RuleValue::kFlag);
  *out = node.Scalar()[0] == 't' || node.Scalar()[0] == 'T';
  return true;
}

void YamlValues::ReadCount(const std::string& key, const YAML::Node& node, std::optional<unsigned>* out) {
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

bool YamlValues::ReadText(const std::string& key, const YAML::Node& node, RuleValue value, RuleText* out) {
  if (!node.IsScalar() || (IsPlain(node) && Resolve(node.Scalar()) != Plain::kText)) return Wrong(key, node, value);
  if (node.Scalar().find_first_not_of(" \t\r\n") == std::string::npos) {
    Report(node, 66, {key, Describe(value)});
    return false;
  }
  *out = {node.Scalar(), TextPlace(node)};
  return true;
}

bool YamlValues::ReadExpression(const std::string& key, const YAML::Node& node, RuleValue value, Expression* out) {
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

bool YamlValues::ForEach(const std::string& key, const YAML::Node& node, RuleValue value,
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

void YamlValues::ReadTexts(const std::string& key, const YAML::Node& node, RuleValue value,
                           std::vector<RuleText>* out) {
  ForEach(key, node, value, [&](const YAML::Node& item) {
    RuleText text;
    if (ReadText(key, item, value, &text)) out->push_back(std::move(text));
  });
}

void YamlValues::ReadPatterns(const std::string& key, const YAML::Node& node, RuleValue value,
                              std::vector<std::string>* out) {
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

void YamlValues::ReadPositions(const std::string& key, const YAML::Node& node, std::vector<unsigned>* out) {
  ForEach(key, node, RuleValue::kPositions, [&](const YAML::Node& item) {
    const std::string text = item.IsScalar() && IsPlain(item) ? item.Scalar() : "";
    const bool number =
        !text.empty() && text.size() < 5 && text[0] != '0' && text.find_first_not_of("0123456789") == std::string::npos;
    if (number) {
      out->push_back(static_cast<unsigned>(std::stoul(text)));
    } else {
      Wrong(key, item, RuleValue::kPositions);
    }
  });
}

bool YamlValues::ReadWord(const RuleKey& key, const YAML::Node& node, std::size_t* index) {
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

}  // namespace spansmith::generator
