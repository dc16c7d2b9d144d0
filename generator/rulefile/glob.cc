// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/glob.h"

#include <cctype>

namespace spansmith::generator {
namespace {

bool IsWord(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || c == '$' || byte >= 0x80;
}

bool IsOperator(std::string_view component) {
  return component.substr(0, 8) == "operator" && (component.size() == 8 || !IsWord(component[8]));
}

std::vector<std::string> PathComponents(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('/', at), text.size());
    out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// Row by row, as of a table of what is left of the pattern against what is left of the text: no backtracking, so that
// `**::**::**` costs no more than its length.
bool MatchesComponents(const std::vector<std::string>& pattern, const std::vector<std::string>& text) {
  std::vector<bool> reached(text.size() + 1, false);
  reached[0] = true;
  for (const std::string& component : pattern) {
    std::vector<bool> next(text.size() + 1, false);
    if (component == "**") {
      bool any = false;
      for (std::size_t i = 0; i <= text.size(); ++i) next[i] = any = any || reached[i];
    } else {
      for (std::size_t i = 0; i < text.size(); ++i) {
        if (IsOperator(component) && !IsOperator(text[i])) continue;  // `operator*` is no `operators`
        if (reached[i] && MatchesComponent(component, text[i])) next[i + 1] = true;
      }
    }
    reached = std::move(next);
  }
  return reached.back();
}

std::string_view WithoutLeadingColons(std::string_view pattern) {
  return pattern.substr(0, 2) == "::" ? pattern.substr(2) : pattern;
}

std::string WrongStars(const std::vector<std::string>& components, const char* separator) {
  for (const std::string& component : components) {
    if (component != "**" && component.find("**") != std::string::npos) {
      return "`**` stands for whole components: write it alone between `" + std::string(separator) + "`, as in `a" +
             separator + "**" + separator + "b`";
    }
  }
  return {};
}

}  // namespace

std::vector<std::string> NameComponents(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    if (IsOperator(text.substr(at))) {
      out.emplace_back(text.substr(at));
      return out;
    }
    const std::size_t end = std::min(text.find("::", at), text.size());
    out.emplace_back(text.substr(at, end - at));
    at = end + 2;
    if (end == text.size()) break;
  }
  return out;
}

bool MatchesComponent(std::string_view pattern, std::string_view text) {
  // The usual walk: after a mismatch, the last star takes one character more.
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t from = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      from = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++from;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool MatchesName(std::string_view pattern, const std::vector<std::string>& name) {
  return MatchesComponents(NameComponents(WithoutLeadingColons(pattern)), name);
}

bool MatchesPath(std::string_view pattern, std::string_view path) {
  return MatchesComponents(PathComponents(pattern), PathComponents(path));
}

bool IsWholeType(std::string_view pattern) { return pattern.find_first_of(" &<(") != std::string_view::npos; }

std::string WithoutBlanks(std::string_view type) {
  std::string out;
  for (std::size_t i = 0; i < type.size(); ++i) {
    if (std::isspace(static_cast<unsigned char>(type[i])) == 0) {
      out += type[i];
    } else if (!out.empty() && IsWord(out.back()) && i + 1 < type.size() && IsWord(type[i + 1])) {
      out += ' ';  // `unsigned long` is not `unsignedlong`
    }
  }
  return out;
}

std::string WrongNameGlob(std::string_view pattern) {
  const std::vector<std::string> components = NameComponents(WithoutLeadingColons(pattern));
  for (const std::string& component : components) {
    if (component.empty()) return "nothing stands before or after a `::`";
    if (IsOperator(component)) continue;
    for (std::size_t i = 0; i < component.size(); ++i) {
      const char c = component[i];
      if (IsWord(c) || c == '*' || (c == '~' && i == 0)) continue;
      if (c == '<') return "a name has no template arguments here: leave out what begins at `<`";
      if (c == '(') return "a name has no parameters here: choose the overload with `parameters`";
      return "no name holds the character `" + std::string(1, c) + "`";
    }
  }
  return WrongStars(components, "::");
}

std::string WrongPathGlob(std::string_view pattern) {
  std::vector<std::string> components = PathComponents(pattern);
  if (!components.empty() && components.front().empty()) components.erase(components.begin());
  for (const std::string& component : components) {
    if (component.empty()) return "nothing stands before or after a `/`";
    if (component == "." || component == "..")
      return "a path is compared as it is below the project: without `.` and `..`";
    if (component.find('\\') != std::string::npos) return "components are divided by `/`";
  }
  return WrongStars(components, "/");
}

std::string WrongTypePattern(std::string_view pattern) { return IsWholeType(pattern) ? "" : WrongNameGlob(pattern); }

}  // namespace spansmith::generator
