// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/glance/include_scan.h"

#include <string.h>

#include <algorithm>
#include <cstddef>

namespace spansmith::generator {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f'; }
bool IsWord(char c) { return (c >= 'a' && c <= 'z') || c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// The first occurrence from `from` on; npos: none. The C library's is several times as fast as the string's own.
std::size_t Find(std::string_view text, std::string_view word, std::size_t from = 0) {
  const void* found = memmem(text.data() + from, text.size() - from, word.data(), word.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

// Whether nothing but blanks, or the end of a comment, stands before `at` on its line.
bool BeginsLine(std::string_view text, std::size_t at) {
  while (at > 0 && IsBlank(text[at - 1])) --at;
  return at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r' ||
         (at > 1 && text[at - 1] == '/' && text[at - 2] == '*') || (at == 3 && text[0] == '\xef');  // byte order mark
}

constexpr std::string_view kMacro = "SPANSMITH_";  // how annotation macros begin

// Of an annotation, and not the namespace.
bool HoldsMark(std::string_view text) {
  constexpr std::string_view kMark = "spansmith:";
  for (std::size_t at = 0; (at = Find(text, kMark, at)) != std::string_view::npos; at += kMark.size()) {
    if (text.substr(at + kMark.size(), 1) != ":") return true;
  }
  return false;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  ScannedText Scan() {
    for (std::size_t at = 0; !out_.doubtful && (at = Find(text_, "#", at)) != std::string_view::npos; ++at) {
      if (BeginsLine(text_, at)) Directive(at + 1);
    }
    // Other spellings of `#`: a digraph and a trigraph ([lex.digraph]; C++14, [lex.trigraph]).
    for (const std::string_view spelling : {"%:",
                                            "?"
                                            "?="}) {
      // By its first character, which is rare: one character is found several times as fast as two.
      for (std::size_t at = 0; (at = Find(text_, spelling.substr(0, 1), at)) != std::string_view::npos; ++at) {
        const bool here = text_.compare(at, spelling.size(), spelling) == 0;
        out_.doubtful = out_.doubtful || (here && BeginsLine(text_, at));
      }
    }
    return std::move(out_);
  }

 private:
  // Past blanks and comments of one line. False: the line goes on in another, or a comment does.
  bool SkipBlanks(std::size_t* at) const {
    while (*at < text_.size()) {
      if (IsBlank(text_[*at])) {
        ++*at;
      } else if (text_.compare(*at, 2, "/*") == 0) {
        const std::size_t end = Find(text_, "*/", *at + 2);
        if (end == std::string_view::npos) return false;
        *at = end + 2;
      } else {
        return text_[*at] != '\\' && text_.compare(*at, 3,
                                                   "?"
                                                   "?/") != 0;
      }
    }
    return true;
  }

  void Directive(std::size_t at) {
    if (!SkipBlanks(&at)) {
      out_.doubtful = true;
      return;
    }
    const std::size_t begin = at;
    while (at < text_.size() && IsWord(text_[at])) ++at;
    const std::string_view word = text_.substr(begin, at - begin);
    const bool goes_on = at < text_.size() && (text_[at] == '\\' || text_[at] == '?');
    if (goes_on) {
      // Only the beginning of the word is here.
      out_.doubtful = std::string_view("include_next").substr(0, word.size()) == word ||
                      std::string_view("import").substr(0, word.size()) == word;
      return;
    }
    if (word != "include" && word != "include_next" && word != "import") return;
    const bool known = SkipBlanks(&at) && at < text_.size();
    const char open = known ? text_[at] : '\0';
    // Neither a name nor a macro: an error, or no directive but a comment's line, as in limits.h: `#include's protect`.
    constexpr std::string_view kNoBeginning = "'`.,:;!)-=*";
    if (known && kNoBeginning.find(open) != std::string_view::npos) return;
    const char close = open == '<' ? '>' : '"';
    const std::size_t line = text_.find('\n', at);
    const std::size_t end = open == '<' || open == '"' ? text_.find(close, at + 1) : std::string_view::npos;
    if (end == std::string_view::npos || end > line) {
      out_.doubtful = true;
      return;
    }
    out_.includes.push_back({text_.substr(at + 1, end - at - 1), open == '"', word == "include_next"});
  }

  std::string_view text_;
  ScannedText out_;
};

}  // namespace

ScannedText ScanIncludes(std::string_view text) { return Scanner(text).Scan(); }

bool HoldsAnnotationWord(std::string_view text) {
  return Find(text, kMacro) != std::string_view::npos || HoldsMark(text);
}

bool UsesAnnotationsPlainly(std::string_view text) {
  bool uses = false;
  bool directive = false;  // this line is one's, or goes on with it
  int depth = 0;           // of conditions
  if (HoldsMark(text)) return false;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    std::size_t at = 0;
    while (at < line.size() && IsBlank(line[at])) ++at;
    if (line.substr(at, 1) == "#") {
      directive = true;
      do ++at;
      while (at < line.size() && IsBlank(line[at]));
      if (line.substr(at, 2) == "if") ++depth;
      if (line.substr(at, 5) == "endif") --depth;
    }
    for (at = 0; (at = Find(line, kMacro, at)) != std::string_view::npos; at += kMacro.size()) {
      if (directive || depth != 0 || (at > 0 && (line[at - 1] == '"' || IsWord(line[at - 1])))) return false;
      std::size_t behind = at;
      while (behind < line.size() && IsWord(line[behind])) ++behind;
      uses = uses || line.substr(behind, 1) == "(";
    }
    const std::size_t last = line.find_last_not_of('\r');
    directive = directive && last != std::string_view::npos && line[last] == '\\';
  }
  return uses && depth == 0;
}

}  // namespace spansmith::generator
