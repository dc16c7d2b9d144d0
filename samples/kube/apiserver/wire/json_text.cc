// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A scanner that only says what is wrong and what is there twice; the value is nlohmann's.
#include "samples/kube/apiserver/wire/json_text.h"

#include <set>

#include "samples/kube/apiserver/wire/go_text.h"

namespace kube::apiserver {
namespace {

struct Syntax {
  std::string message;
};

class Scanner {
 public:
  using Places = std::map<std::string, std::vector<std::size_t>>;

  explicit Scanner(std::string_view text, const std::set<std::string>* wanted = nullptr, Places* places = nullptr)
      : text_(text), wanted_(wanted), places_(places) {}

  std::vector<std::string> Run() {
    Space();
    Value("", 0);
    Space();
    if (at_ < text_.size()) Fail("after top-level value");
    return duplicates_;
  }

 private:
  [[noreturn]] void Fail(const std::string& where) const {
    if (at_ >= text_.size()) throw Syntax{"unexpected end of JSON input"};
    const char c = text_[at_];
    const std::string shown = c == '\'' ? "'\\''" : c == '"' ? "'\"'" : "'" + std::string(1, c) + "'";
    throw Syntax{"invalid character " + shown + " " + where};
  }

  void Space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }
  bool Is(char c) const { return at_ < text_.size() && text_[at_] == c; }

  void Value(const std::string& path, int depth) {
    if (depth > 10000) throw Syntax{"exceeded max depth"};
    if (Is('{')) {
      Object(path, depth);
    } else if (Is('[')) {
      Array(path, depth);
    } else if (Is('"')) {
      String();
    } else if (Is('t')) {
      Word("true");
    } else if (Is('f')) {
      Word("false");
    } else if (Is('n')) {
      Word("null");
    } else if (Is('-') || (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9')) {
      Number();
    } else {
      Fail("looking for beginning of value");
    }
  }

  void Object(const std::string& path, int depth) {
    std::map<std::string, int> seen;
    ++at_;
    Space();
    if (Is('}')) {
      ++at_;
      return;
    }
    while (true) {
      if (!Is('"')) Fail("looking for beginning of object key string");
      const std::size_t start = at_;
      const std::string key = String();
      const std::string child = path.empty() ? key : path + "." + key;
      if (++seen[key] == 2) duplicates_.push_back(child);
      if (wanted_ != nullptr && wanted_->contains(child)) (*places_)[child].push_back(start);
      Space();
      if (!Is(':')) Fail("after object key");
      ++at_;
      Space();
      Value(child, depth + 1);
      Space();
      if (Is('}')) break;
      if (!Is(',')) Fail("after object key:value pair");
      ++at_;
      Space();
    }
    ++at_;
  }

  void Array(const std::string& path, int depth) {
    ++at_;
    Space();
    if (Is(']')) {
      ++at_;
      return;
    }
    for (int i = 0;; ++i) {
      Value(path + "[" + std::to_string(i) + "]", depth + 1);
      Space();
      if (Is(']')) break;
      if (!Is(',')) Fail("after array element");
      ++at_;
      Space();
    }
    ++at_;
  }

  std::string String() {
    std::string out;
    for (++at_; !Is('"'); ++at_) {
      if (at_ >= text_.size() || static_cast<unsigned char>(text_[at_]) < 0x20) Fail("in string literal");
      if (text_[at_] == '\\') {
        out += text_[at_++];
        if (at_ >= text_.size()) Fail("in string escape code");
        if (std::string_view("\"\\/bfnrtu").find(text_[at_]) == std::string_view::npos) Fail("in string escape code");
      }
      out += text_[at_];
    }
    ++at_;
    return out;
  }

  void Word(std::string_view word) {
    for (const char c : word) {
      if (!Is(c)) Fail("in literal " + std::string(word) + " (expecting '" + std::string(1, c) + "')");
      ++at_;
    }
  }

  void Digits(const std::string& where) {
    if (at_ >= text_.size() || text_[at_] < '0' || text_[at_] > '9') Fail(where);
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
  }

  void Number() {
    if (Is('-')) ++at_;
    if (Is('0')) {
      ++at_;
    } else {
      Digits("in numeric literal");
    }
    if (Is('.')) {
      ++at_;
      Digits("after decimal point in numeric literal");
    }
    if (Is('e') || Is('E')) {
      ++at_;
      if (Is('+') || Is('-')) ++at_;
      Digits("in exponent of numeric literal");
    }
  }

  std::string_view text_;
  const std::set<std::string>* wanted_;
  Places* places_;
  std::size_t at_ = 0;
  std::vector<std::string> duplicates_;
};

}  // namespace

JsonText ReadJson(std::string_view text) {
  JsonText out;
  try {
    out.duplicates = Scanner(text).Run();
    out.value = Json::parse(text);
  } catch (const Syntax& syntax) {
    out.error = syntax.message;
  } catch (const Json::exception&) {  // what only nlohmann refuses: bytes that are no UTF-8, a lone surrogate
    out.error = "invalid UTF-8 in string";
  }
  return out;
}

std::map<std::string, std::vector<std::size_t>> FindFields(std::string_view text, const std::set<std::string>& paths) {
  Scanner::Places places;
  try {
    Scanner(text, &paths, &places).Run();
  } catch (const Syntax&) {  // the caller has seen it
  }
  return places;
}

}  // namespace kube::apiserver
