// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A small lexer, as apimachinery's labels package has one.
#include "samples/kube/apiserver/query/selector.h"

#include <algorithm>
#include <cstdlib>

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
  if (lexer.Next() != "(") Fail("found '" + lexer.Peek() + "', expected: '('");
  while (lexer.Peek() != ")") {
    const std::string token = lexer.Next();
    if (token.empty()) Fail("found '', expected: ',', ')' or identifier");
    if (token != ",") values.push_back(token);
  }
  lexer.Next();
  return values;
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
    if (Lexer::IsSymbol(requirement.key)) Fail("found '" + requirement.key + "', expected: identifier");
    if (const std::string wrong = QualifiedNameError(requirement.key); !wrong.empty()) {
      Fail("key: Invalid value: " + Quoted(requirement.key) + ": " + wrong);
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
    if (lexer.Peek() != ",") Fail("found '" + lexer.Peek() + "', expected: ',' or 'end of string'");
    lexer.Next();
    if (lexer.Peek().empty()) Fail("found '', expected: identifier after ','");
  }
  return out;
}

Selector Selector::Parse(const std::string& labels, const std::string& fields,
                         const std::vector<std::string>& allowed) {
  Selector out;
  out.labels_ = ParseLabels(labels);
  std::size_t start = 0;
  while (start < fields.size()) {
    const std::size_t comma = std::min(fields.find(',', start), fields.size());
    const std::string term = fields.substr(start, comma - start);
    start = comma + 1;
    if (term.empty()) continue;
    const std::size_t op = term.find('=');
    if (op == std::string::npos)
      throw BadRequest("invalid selector: '" + fields + "'; can't understand '" + term + "'");
    const bool negated = op > 0 && term[op - 1] == '!';
    const std::size_t value = op + 1 < term.size() && term[op + 1] == '=' ? op + 2 : op + 1;
    Requirement requirement;
    requirement.key = term.substr(0, negated ? op - 1 : op);
    requirement.kind = negated ? Requirement::Kind::kNotIn : Requirement::Kind::kIn;
    requirement.values = {term.substr(value)};
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

}  // namespace kube::apiserver
