// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/invocation/module_unit.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

namespace spansmith::generator {
namespace {

// Clang's and MSVC's names for interface units; GCC has none of its own.
constexpr std::array<std::string_view, 6> kEndings = {".cppm", ".ccm", ".cxxm", ".c++m", ".ixx", ".mpp"};

bool IsWordCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Takes blanks, comments and directives off the beginning.
void SkipToDeclaration(std::string_view* text) {
  while (!text->empty()) {
    const std::string_view two = text->substr(0, 2);
    if (std::isspace(static_cast<unsigned char>(text->front())) != 0) {
      text->remove_prefix(1);
    } else if (two == "//" || text->front() == '#') {
      std::size_t end = text->find('\n');
      while (end != std::string_view::npos && end > 0 && (*text)[end - 1] == '\\') end = text->find('\n', end + 1);
      text->remove_prefix(std::min(end, text->size()));
    } else if (two == "/*") {
      const std::size_t end = text->find("*/", 2);
      text->remove_prefix(end == std::string_view::npos ? text->size() : end + 2);
    } else {
      return;
    }
  }
}

bool TakeWord(std::string_view word, std::string_view* text) {
  SkipToDeclaration(text);
  if (text->substr(0, word.size()) != word || (text->size() > word.size() && IsWordCharacter((*text)[word.size()])))
    return false;
  text->remove_prefix(word.size());
  return true;
}

}  // namespace

std::string ModuleUnitOf(const Arguments& command) {
  bool compiles = false;
  bool said = false;  // -x c++-module
  std::string last;
  for (std::size_t i = 0; i < command.size(); ++i) {
    const std::string& argument = command[i];
    if (argument == "-E" || argument == "-M" || argument == "-MM") return {};
    if (argument == "-c" || argument == "--precompile" || argument == "-S") compiles = true;
    if (argument == "-x" && i + 1 < command.size()) said = command[++i] == "c++-module";
    if (argument == "-xc++-module") said = true;
    if (argument == "-o") {
      ++i;
      continue;
    }
    if (i == 0 || argument.empty() || argument[0] == '-') continue;
    const std::string ending = std::filesystem::path(argument).extension().string();
    if (said || std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end()) last = argument;
  }
  return compiles ? last : std::string();
}

bool IsModuleUnit(std::string_view text) {
  SkipToDeclaration(&text);
  TakeWord("export", &text);
  if (!TakeWord("module", &text)) return false;
  SkipToDeclaration(&text);
  // A name or the global fragment's `;`; a declaration with a type called `module` goes on otherwise.
  std::size_t end = 0;
  while (end < text.size() && (IsWordCharacter(text[end]) || text[end] == '.' || text[end] == ':')) ++end;
  text.remove_prefix(end);
  SkipToDeclaration(&text);
  return !text.empty() && (text.front() == ';' || text.front() == '[');
}

}  // namespace spansmith::generator
