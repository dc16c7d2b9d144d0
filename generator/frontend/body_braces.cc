// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/body_braces.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>

namespace spansmith::generator {
namespace {

bool IsWordLetter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$'; }

bool Among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Behind the literal that begins at `at`; one that the line does not end, such as a raw string, takes the whole line.
std::size_t BehindLiteral(std::string_view line, std::size_t at) {
  const char quote = line[at];
  for (++at; at < line.size() && line[at] != quote; ++at) {
    if (line[at] == '\\') ++at;
  }
  return at + 1;
}

}  // namespace

void BodyBraces::Word(std::string_view word) {
  skips_ = Among(word, {"__attribute__", "__attribute", "alignas", "decltype", "__decltype", "noexcept", "explicit"});
  if (word == "template" && angles_ == 0) template_ = true;
  if (angles_ != 0 || depth_ != 0 || call_ || head_ != Head::kUnknown) return;
  if (Among(word, {"class", "struct", "union", "enum", "namespace"})) head_ = Head::kType;
  if (Among(word, {"if", "for", "while", "switch", "catch"})) head_ = Head::kStatement;
}

void BodyBraces::Parenthesis() {
  const bool none = head_ == Head::kBases || head_ == Head::kStatement || skips_ || angles_ != 0;
  if (depth_++ == 0 && !none) call_ = true;
}

bool BodyBraces::Line(std::string_view line) {
  bool body = false;
  for (std::size_t i = 0; i < line.size();) {
    const char c = line[i];
    if (c == ' ' || c == '\t') {
      ++i;
      continue;
    }
    if (IsWordLetter(c)) {
      const std::size_t first = i;
      while (i < line.size() &&
             (IsWordLetter(line[i]) || (line[i] == '\'' && std::isdigit(static_cast<unsigned char>(c)) != 0)))
        ++i;
      Word(line.substr(first, i - first));
      before_ = 'a';
      continue;
    }
    if (c == '"' || c == '\'') {
      i = BehindLiteral(line, i);
      before_ = c;
      continue;
    }
    if (c == '(') Parenthesis();
    if (c == ')' && depth_ != 0) --depth_;
    if (c == '<' && template_ && depth_ == 0) ++angles_;
    if (c == '>' && template_ && depth_ == 0 && angles_ != 0 && --angles_ == 0) template_ = false;
    if (c == ':' && head_ == Head::kType && depth_ == 0 && !call_ && before_ != ':' && line.substr(i, 2) != "::")
      head_ = Head::kBases;
    if (c == '{') body = body || call_ || before_ == ']' || depth_ != 0;
    if (c == '{' || c == '}' || (c == ';' && depth_ == 0)) *this = BodyBraces();
    before_ = c;
    ++i;
  }
  return body;
}

}  // namespace spansmith::generator
