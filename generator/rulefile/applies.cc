// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/applies.h"

#include <algorithm>

#include "generator/rulefile/glob.h"

namespace spansmith::generator {
namespace {

// The identifier that a function of this component's name is spelled with.
std::string Word(const std::string& component) {
  if (component.rfind("operator", 0) == 0) return "operator";
  return component.front() == '~' ? component.substr(1) : component;
}

bool MayMatch(const std::string& glob, const SourceWords& words) {
  const std::vector<std::string> components = NameComponents(glob.rfind("::", 0) == 0 ? glob.substr(2) : glob);
  return std::all_of(components.begin(), components.end(), [&](const std::string& component) {
    const std::string word = Word(component);
    if (word.find_first_not_of('*') == std::string::npos) return true;
    if (word.find('*') == std::string::npos) return words.identifiers.count(word) != 0;
    return std::any_of(words.identifiers.begin(), words.identifiers.end(),
                       [&](const std::string& identifier) { return MatchesComponent(word, identifier); });
  });
}

bool AnyMayMatch(const std::vector<std::string>& globs, const SourceWords& words) {
  return globs.empty() ||
         std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) { return MayMatch(glob, words); });
}

}  // namespace

bool MayApply(const Rule& rule, const SourceWords& words) {
  return std::any_of(rule.matches.begin(), rule.matches.end(), [&](const RuleMatch& match) {
    const bool files =
        match.files.empty() || std::any_of(match.files.begin(), match.files.end(), [&](const std::string& glob) {
          return std::any_of(words.files.begin(), words.files.end(),
                             [&](const std::string& file) { return MatchesPath(glob, file); });
        });
    return files && AnyMayMatch(match.functions, words) && AnyMayMatch(match.namespaces, words) &&
           AnyMayMatch(match.bases, words);
  });
}

}  // namespace spansmith::generator
