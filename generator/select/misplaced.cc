// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/misplaced.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace spansmith::generator {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool IsOfWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string_view Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string_view FirstWord(std::string_view text) {
  return text.substr(0, static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), IsOfWord) - text.begin()));
}

std::string_view LastWord(std::string_view text) {
  const auto rest = std::find_if_not(text.rbegin(), text.rend(), IsOfWord);
  return text.substr(static_cast<std::size_t>(text.rend() - rest));
}

bool HasWord(std::string_view text, std::string_view word) {
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string_view::npos; at += word.size()) {
    const bool begins = at == 0 || !IsOfWord(text[at - 1]);
    const bool ends = at + word.size() == text.size() || !IsOfWord(text[at + word.size()]);
    if (begins && ends) return true;
  }
  return false;
}

// What comes in front of a return type, or behind a parameter list.
constexpr std::string_view kSpecifiers[] = {"static", "inline",    "virtual", "explicit",
                                            "extern", "constexpr", "friend",  "typedef"};
constexpr std::string_view kTrailers[] = {"const", "noexcept", "override", "final", "volatile"};

template <std::size_t size>
bool IsOneOf(std::string_view word, const std::string_view (&words)[size]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

std::string WhereToWrite(const std::string& macro, std::string_view text, std::size_t begin, std::size_t end) {
  if (macro == "SPANSMITH_SCOPE")
    return "write it behind the word `namespace`, `class` or `struct`: `class SPANSMITH_SCOPE(\"name\") Type`";
  const std::string_view head = text.substr(0, begin <= text.size() ? begin : 0);
  const std::string_view tail = end <= text.size() ? text.substr(end) : "";
  // The declaration around it.
  const std::size_t opened = head.find_last_of(";{}");
  const std::string_view before = Trimmed(opened == std::string_view::npos ? head : head.substr(opened + 1));
  const std::string_view behind = Trimmed(tail.substr(0, tail.find_first_of(";{}")));
  if (HasWord(before, "friend") || HasWord(behind, "friend"))
    return "a friend declaration has no place for it: write it at the function's own declaration, outside of the "
           "class, "
           "or at its definition";
  if (FirstWord(behind) == "template")
    return "write it behind `template <...>`, in front of the function's return type";
  if (!before.empty() && before.back() == ']') return "write it directly behind the lambda's `[...]`";
  if (before.find("](") != std::string_view::npos || before.find("] (") != std::string_view::npos)
    return "on a lambda it stands directly behind the `[...]`, in front of the parameters";
  if (!before.empty() && (before.back() == ')' || IsOneOf(LastWord(before), kTrailers)))
    return "write it in front of the function's return type, not behind its parameters";
  if (IsOneOf(LastWord(before), kSpecifiers)) return "write it in front of `" + std::string(LastWord(before)) + "`";
  if (end <= text.size() && before.empty() && behind.empty())
    return "nothing stands behind it: it belongs in front of a function; a statement in a body is SPANSMITH_NOTE or "
           "SPANSMITH_EVENT";
  return "write it in front of the function's return type, behind `template <...>` and before `static`; on a lambda "
         "directly behind its `[...]`";
}

}  // namespace spansmith::generator
