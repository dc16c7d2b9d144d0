// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/option_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "generator/rulefile/nearest.h"

namespace spansmith::generator {
namespace {

constexpr std::string_view kPrefix = "SPANSMITH_";
constexpr std::array<std::string_view, 5> kKinds = {"internal", "server", "client", "producer", "consumer"};

bool IsOfWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Reads what it skips.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  char Now() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void Blank() {
    while (at_ < text_.size()) {
      if (std::isspace(static_cast<unsigned char>(text_[at_])) != 0) {
        ++at_;
      } else if (text_.substr(at_, 2) == "//") {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (text_.substr(at_, 2) == "/*") {
        at_ = text_.find("*/", at_);
        at_ = at_ == std::string_view::npos ? text_.size() : at_ + 2;
      } else {
        return;
      }
    }
  }

  std::string Word() {
    const std::size_t begin = at_;
    while (IsOfWord(Now())) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  // From a quotation mark to its partner.
  std::string Literal() {
    const std::size_t begin = at_;
    const char mark = Now();
    for (++at_; at_ < text_.size() && text_[at_] != mark; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    at_ = std::min(at_ + 1, text_.size());
    return std::string(text_.substr(begin, at_ - begin));
  }

  // From a parenthesis to its partner.
  void Parentheses() {
    int depth = 0;
    while (at_ < text_.size()) {
      if (Now() == '"' || Now() == '\'') {
        Literal();
        continue;
      }
      if (Now() == '(') ++depth;
      if (Now() == ')') --depth;
      ++at_;
      if (depth == 0) return;
    }
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

OptionText ReadOptionText(std::string_view text) {
  OptionText out;
  Scanner scanner(text);
  scanner.Blank();
  while (scanner.Now() == '"') {
    out.name += (out.name.empty() ? "" : " ") + scanner.Literal();
    scanner.Blank();
  }
  if (out.name.empty()) out.name = scanner.Word();
  scanner.Blank();
  if (scanner.Now() == '(') {
    out.has_parentheses = true;
    scanner.Parentheses();
    scanner.Blank();
  }
  out.next = scanner.Word();
  return out;
}

std::string NearestOption(const std::string& word, const AnnotationName& outer) {
  const std::string_view own = word.rfind(kPrefix, 0) == 0 ? std::string_view(word).substr(kPrefix.size()) : word;
  if (IsKind(own) && outer.klass == AnnotationClass::kSpan)
    return "; did you mean `SPANSMITH_KIND(" + std::string(own) + ")`?";
  std::vector<std::string_view> options;
  for (const AnnotationName& name : kAnnotationNames) {
    if (IsOptionOf(name, outer)) options.push_back(name.macro.substr(kPrefix.size()));
  }
  std::string nearest = Nearest(own, options);
  if (nearest.empty()) {  // SPANSMITH_RETURN_ATTRIBUTE
    for (const std::string_view option : options) {
      if (own.substr(0, option.size()) == option && option.size() > nearest.size()) nearest = option;
    }
  }
  return nearest.empty() ? "" : "; did you mean `" + std::string(kPrefix) + nearest + "`?";
}

std::string NearestKind(const std::string& word) { return DidYouMean(word, {kKinds.begin(), kKinds.end()}); }

bool IsKind(std::string_view word) { return std::find(kKinds.begin(), kKinds.end(), word) != kKinds.end(); }

}  // namespace spansmith::generator
