// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A small lexer, as apimachinery's labels package has one.
#include "samples/kube/apiserver/query/selector.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "samples/kube/apiserver/schema/names.h"
#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {
namespace {

class Lexer {
 public:
  explicit Lexer(const std::string& text) : text_(text) {}

  const std::string& Peek() {
    if (!peeked_) {
      token_ = Read();
      peeked_ = true;
    }
    return token_;
  }
  std::string Next() {
    Peek();
    peeked_ = false;
    return token_;
  }

  static bool IsSymbol(const std::string& token) {
    return token.empty() || std::string("=!(),<>").find(token[0]) != std::string::npos;
  }

 private:
  std::string Read() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    if (at_ >= text_.size()) return "";
    const std::string symbols = "=!(),<>";
    const std::size_t start = at_;
    if (symbols.find(text_[at_]) != std::string::npos) {
      ++at_;
      if ((text_[start] == '=' || text_[start] == '!') && at_ < text_.size() && text_[at_] == '=') ++at_;
      return text_.substr(start, at_ - start);
    }
    while (at_ < text_.size() && text_[at_] != ' ' && symbols.find(text_[at_]) == std::string::npos) ++at_;
    return text_.substr(start, at_ - start);
  }

  std::string text_;
  std::size_t at_ = 0;
  std::string token_;
  bool peeked_ = false;
};

[[noreturn]] void Fail(const std::string& what) { throw BadRequest("unable to parse requirement: " + what); }

std::vector<std::string> ReadSet(Lexer& lexer) {
  std::vector<std::string> values;
  const std::string open = lexer.Next();
  if (open != "(") Fail("found '" + open + "' expected: '('");
  bool value_next = true;  // an empty one stands between two commas
  while (true) {
    const std::string token = lexer.Next();
    if (token == ")") {
      if (value_next) values.emplace_back();
      return values;
    }
    if (token == ",") {
      if (value_next) values.emplace_back();
      value_next = true;
    } else if (!Lexer::IsSymbol(token) && value_next) {
      values.push_back(token);
      value_next = false;
    } else {
      Fail("found '" + token + "', expected: ',' or ')'");
    }
  }
}

const Json* FieldAt(const Json& object, const std::string& path) {
  const Json* node = &object;
  std::size_t start = 0;
  while (start <= path.size()) {
    const std::size_t dot = std::min(path.find('.', start), path.size());
    node = &At(*node, path.substr(start, dot - start));
    start = dot + 1;
  }
  return node;
}

// At commas without a backslash before them.
std::vector<std::string> SplitTerms(const std::string& fields) {
  std::vector<std::string> out(1);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i] == ',') {
      out.emplace_back();
      continue;
    }
    out.back() += fields[i];
    if (fields[i] == '\\' && i + 1 < fields.size()) out.back() += fields[++i];
  }
  return out;
}

std::string Unescape(const std::string& value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\') {
      const std::string next = value.substr(i + 1, 1);
      if (next != "\\" && next != "," && next != "=") {
        throw BadRequest("invalid field selector: invalid escape sequence: \\" + next);
      }
      ++i;
    } else if (value[i] == '=' || value[i] == ',') {
      throw BadRequest("invalid field selector: unescaped character in value: " + std::string(1, value[i]));
    }
    out += value[i];
  }
  return out;
}

}  // namespace

std::vector<Selector::Requirement> Selector::ParseLabels(const std::string& text) {
  std::vector<Requirement> out;
  Lexer lexer(text);
  using Kind = Requirement::Kind;
  while (!lexer.Peek().empty()) {
    Requirement requirement;
    const bool negated = lexer.Peek() == "!";
    if (negated) lexer.Next();
    requirement.key = lexer.Next();
    if (Lexer::IsSymbol(requirement.key)) {
      const std::string found = "found '" + requirement.key + "', expected: ";
      if (negated) Fail(found + "identifier");
      throw BadRequest(found + (out.empty() ? "!, identifier, or 'end of string'" : "identifier after ','"));
    }
    for (const std::string& wrong : QualifiedNameErrors(requirement.key, "a valid label key")) {
      Fail("<nil>: Invalid value: " + Quoted(requirement.key) + ": " + wrong);
    }
    const std::string op = lexer.Peek();
    if (negated || op.empty() || op == ",") {
      requirement.kind = negated ? Kind::kNotExists : Kind::kExists;
    } else if (op == "in" || op == "notin") {
      lexer.Next();
      requirement.kind = op == "in" ? Kind::kIn : Kind::kNotIn;
      requirement.values = ReadSet(lexer);
    } else if (op == "=" || op == "==" || op == "!=" || op == "<" || op == ">") {
      lexer.Next();
      requirement.kind = op == "!=" ? Kind::kNotIn : op == ">" ? Kind::kGreater : op == "<" ? Kind::kLess : Kind::kIn;
      std::string value;
      if (!lexer.Peek().empty() && lexer.Peek() != ",") value = lexer.Next();
      if (!value.empty() && Lexer::IsSymbol(value)) Fail("found '" + value + "', expected: identifier");
      requirement.values = {value};
      if ((op == "<" || op == ">") && !ParseIntError(value).empty()) {
        Fail("values[0]: Invalid value: " + Quoted(value) + ": for 'Gt', 'Lt' operators, the value must be an integer");
      }
    } else {
      Fail("found '" + op + "', expected: in, notin, =, ==, !=, gt, lt");
    }
    for (std::size_t i = 0; i < requirement.values.size(); ++i) {
      if (const std::string wrong = LabelValueError(requirement.values[i]); !wrong.empty()) {
        Fail("values[" + std::to_string(i) + "][" + requirement.key +
             "]: Invalid value: " + Quoted(requirement.values[i]) + ": " + wrong);
      }
    }
    out.push_back(requirement);
    if (lexer.Peek().empty()) break;
    if (lexer.Peek() != ",") throw BadRequest("found '" + lexer.Peek() + "', expected: ',' or 'end of string'");
    lexer.Next();
    if (lexer.Peek().empty()) throw BadRequest("found '', expected: identifier after ','");
  }
  return out;
}

Selector Selector::Parse(const std::string& labels, const std::string& fields,
                         const std::vector<std::string>& allowed) {
  Selector out;
  out.labels_ = ParseLabels(labels);
  for (const std::string& term : SplitTerms(fields)) {
    if (term.empty()) continue;
    const std::size_t op = term.find('=');
    if (op == std::string::npos) {
      throw BadRequest("invalid selector: '" + fields + "'; can't understand '" + term + "'");
    }
    const bool negated = op > 0 && term[op - 1] == '!';
    const std::size_t value = op + 1 < term.size() && term[op + 1] == '=' ? op + 2 : op + 1;
    Requirement requirement;
    requirement.key = term.substr(0, negated ? op - 1 : op);
    requirement.kind = negated ? Requirement::Kind::kNotIn : Requirement::Kind::kIn;
    requirement.values = {Unescape(term.substr(value))};
    if (std::find(allowed.begin(), allowed.end(), requirement.key) == allowed.end()) {
      throw BadRequest("field label not supported: " + requirement.key);
    }
    out.fields_.push_back(requirement);
  }
  return out;
}

bool Selector::Holds(const Requirement& requirement, const Json& value) {
  using Kind = Requirement::Kind;
  const bool among = !value.is_null() && std::find(requirement.values.begin(), requirement.values.end(),
                                                   TextOf(value)) != requirement.values.end();
  switch (requirement.kind) {
    case Kind::kIn:
      return among;
    case Kind::kNotIn:
      return !among;
    case Kind::kExists:
      return !value.is_null();
    case Kind::kNotExists:
      return value.is_null();
    case Kind::kGreater:
      return !value.is_null() && std::atoll(TextOf(value).c_str()) > std::atoll(requirement.values[0].c_str());
    case Kind::kLess:
      return !value.is_null() && std::atoll(TextOf(value).c_str()) < std::atoll(requirement.values[0].c_str());
  }
  return false;
}

bool Selector::Matches(const Json& object) const {
  const Json& labels = At(At(object, "metadata"), "labels");
  for (const Requirement& requirement : labels_) {
    if (!Holds(requirement, At(labels, requirement.key))) return false;
  }
  for (const Requirement& requirement : fields_) {
    const Json& value = *FieldAt(object, requirement.key);
    if (!Holds(requirement, value.is_null() ? Json("") : value.is_string() ? value : Json(value.dump()))) return false;
  }
  return true;
}

std::string Selector::PinnedNamespace() const {
  for (const Requirement& requirement : fields_) {
    if (requirement.key == "metadata.namespace" && requirement.kind == Requirement::Kind::kIn) {
      return requirement.values[0];
    }
  }
  return "";
}

bool MatchesLabelSelector(const Json& selector, const Json& labels) {
  for (const auto& [key, value] : At(selector, "matchLabels").items()) {
    if (At(labels, key) != value) return false;
  }
  for (const Json& term : At(selector, "matchExpressions")) {
    const Json& value = At(labels, TextAt(term, "key"));
    const Json& values = At(term, "values");
    const bool among = !value.is_null() && std::find(values.begin(), values.end(), value) != values.end();
    const std::string op = TextAt(term, "operator");
    const bool holds = op == "In"             ? among
                       : op == "NotIn"        ? !among
                       : op == "Exists"       ? !value.is_null()
                       : op == "DoesNotExist" ? value.is_null()
                                              : false;
    if (!holds) return false;
  }
  return true;
}

std::string SelectorText(const Json& selector, const char* empty) {
  std::vector<std::pair<std::string, std::string>> terms;
  for (const auto& [key, value] : At(selector, "matchLabels").items()) terms.emplace_back(key, "=" + TextOf(value));
  for (const Json& term : At(selector, "matchExpressions")) {
    std::vector<std::string> values;
    for (const Json& value : At(term, "values")) values.push_back(TextOf(value));
    std::sort(values.begin(), values.end());
    const std::string key = TextAt(term, "key"), op = TextAt(term, "operator");
    if (op == "Exists") terms.emplace_back(key, "");
    if (op == "DoesNotExist") terms.emplace_back(key, "!");
    if (op == "In") terms.emplace_back(key, " in (" + Join(values, ",") + ")");
    if (op == "NotIn") terms.emplace_back(key, " notin (" + Join(values, ",") + ")");
  }
  std::stable_sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> parts;
  for (const auto& [key, rest] : terms) parts.push_back(rest == "!" ? "!" + key : key + rest);
  return parts.empty() ? empty : Join(parts, ",");
}

}  // namespace kube::apiserver
