// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/expression_text.h"

#include <cctype>
#include <regex>
#include <vector>

namespace spansmith::generator {
namespace {

bool IsWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// One past the literal whose quote stands at `at`; npos: it does not end.
std::size_t AfterLiteral(std::string_view text, std::size_t at) {
  const char quote = text[at];
  if (quote == '"' && at > 0 && text[at - 1] == 'R') {
    const std::size_t open = text.find('(', at);
    if (open == std::string_view::npos) return open;
    const std::string close = ")" + std::string(text.substr(at + 1, open - at - 1)) + "\"";
    const std::size_t end = text.find(close, open);
    return end == std::string_view::npos ? end : end + close.size();
  }
  for (++at; at < text.size() && text[at] != quote; ++at) {
    if (text[at] == '\n') return std::string_view::npos;
    if (text[at] == '\\') ++at;
  }
  return at < text.size() ? at + 1 : std::string_view::npos;
}

}  // namespace

std::string WrongExpression(std::string_view text) {
  std::vector<char> open;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '"' || c == '\'') {
      i = AfterLiteral(text, i);
      if (i == std::string_view::npos) return std::string("the literal that begins with ") + c + " does not end";
      continue;
    }
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) {  // with its digit separators
      while (i < text.size() && (IsWord(text[i]) || text[i] == '\'' || text[i] == '.')) ++i;
      continue;
    }
    if (IsWord(c)) {
      // A word whole, so that the digits in it are not a number; the prefix of a literal stands before its quote.
      while (i < text.size() && IsWord(text[i])) ++i;
      continue;
    }
    if (text.substr(i, 2) == "//") return "a `//` comment would hide what follows";
    if (text.substr(i, 2) == "/*") {
      i = text.find("*/", i + 2);
      if (i == std::string_view::npos) return "a comment does not end";
      i += 2;
      continue;
    }
    if (c == '(') open.push_back(')');
    if (c == '[') open.push_back(']');
    if (c == '{') open.push_back('}');
    if (c == ')' || c == ']' || c == '}') {
      if (open.empty() || open.back() != c) return std::string("`") + c + "` closes nothing";
      open.pop_back();
    }
    if (c == ';' && open.empty()) return "`;` ends a statement: write the expression alone";
    if (c == '#') return "`#` begins a directive";
    ++i;
  }
  if (!open.empty()) return std::string("a `") + open.back() + "` is missing";
  return {};
}

bool IsAttributeKey(std::string_view key) {
  bool word = false;  // at least one character since the last dot
  for (const char c : key) {
    if (c == '.') {
      if (!word) return false;
      word = false;
    } else if (IsWord(c) || c == '-' || c == '/') {
      word = true;
    } else {
      return false;
    }
  }
  return word;
}

bool IsLiteral(const std::string& text) {
  static const std::regex literal(R"re(true|false|-?\d+(\.\d+)?([eE][-+]?\d+)?|"([^"\\\n]|\\.)*")re");
  return text.size() < 1000 && std::regex_match(text, literal);  // std::regex recurses
}

bool IsQualifiedName(const std::string& text) {
  static const std::regex name(R"((::)?[A-Za-z_]\w*(::[A-Za-z_]\w*)*)");
  return text.size() < 1000 && std::regex_match(text, name);
}

bool IsHeaderName(const std::string& text) {
  if (text.size() < 3) return false;
  if (text.front() == '<') return text.find_first_of(">\n") == text.size() - 1;
  return text.front() == '"' && text.find_first_of("\"\n", 1) == text.size() - 1;
}

}  // namespace spansmith::generator
