// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/attributes/identifiers.h"

#include <algorithm>
#include <cctype>

namespace spansmith::generator {
namespace {

bool IsWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Whether what stands before `at` makes the next identifier a member or qualified name: `.`, `->`, `::`.
bool IsQualified(const std::string& text, std::size_t at) {
  while (at > 0 && std::isspace(static_cast<unsigned char>(text[at - 1])) != 0) --at;
  if (at == 0) return false;
  if (text[at - 1] == '.') return true;
  return at > 1 && ((text[at - 2] == '-' && text[at - 1] == '>') || (text[at - 2] == ':' && text[at - 1] == ':'));
}

// One past the string or character literal that begins at `at`.
std::size_t AfterLiteral(const std::string& text, std::size_t at) {
  const char quote = text[at];
  const bool raw = quote == '"' && at > 0 && text[at - 1] == 'R';
  if (raw) {
    const std::size_t open = text.find('(', at);
    if (open == std::string::npos) return text.size();
    const std::string close = ")" + text.substr(at + 1, open - at - 1) + "\"";
    const std::size_t end = text.find(close, open);
    return end == std::string::npos ? text.size() : end + close.size();
  }
  for (++at; at < text.size() && text[at] != quote; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at + 1;
}

// One past the comment that begins at `at`; `at` itself: none does.
std::size_t AfterComment(const std::string& text, std::size_t at) {
  if (text.compare(at, 2, "//") == 0) return std::min(text.find('\n', at), text.size());
  if (text.compare(at, 2, "/*") != 0) return at;
  const std::size_t end = text.find("*/", at + 2);
  return end == std::string::npos ? text.size() : end + 2;
}

}  // namespace

std::string ReplaceIdentifiers(const std::string& text, const std::map<std::string, std::string>& replacements) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = AfterComment(text, i);
    if (end == i && (text[i] == '"' || text[i] == '\'')) end = std::min(AfterLiteral(text, i), text.size());
    if (end == i && std::isdigit(static_cast<unsigned char>(text[i])) != 0) {
      // A number with its digit separators ([lex.ppnumber]).
      while (end < text.size() && (IsWord(text[end]) || text[end] == '\'' || text[end] == '.')) ++end;
    }
    if (end == i && IsWord(text[i])) {
      while (end < text.size() && IsWord(text[end])) ++end;
      const std::string word = text.substr(i, end - i);
      const auto replacement = replacements.find(word);
      out += replacement != replacements.end() && !IsQualified(text, i) ? replacement->second : word;
      i = end;
      continue;
    }
    end = std::max(end, i + 1);
    out += text.substr(i, end - i);
    i = end;
  }
  return out;
}

}  // namespace spansmith::generator
