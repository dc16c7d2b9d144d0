// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/usage.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "generator/rulefile/glob.h"
#include "generator/rulefile/nearest.h"

namespace spansmith::generator {
namespace {

constexpr std::size_t kCandidates = 3;

std::string IdOf(const Rule& rule) { return std::to_string(rule.place.line) + "\t" + rule.place.file; }

std::string Join(const std::vector<std::string>& components, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < components.size(); ++i) out += (i == from ? "" : "::") + components[i];
  return out;
}

// How near a name is to a glob: as many of its last components as the glob has, edit by edit.
struct Candidate {
  unsigned distance;
  std::string name;
  bool operator<(const Candidate& other) const {
    return distance != other.distance ? distance < other.distance : name < other.name;
  }
};

using Candidates = std::set<Candidate>;

void Keep(Candidates* candidates, Candidate candidate) {
  candidates->insert(std::move(candidate));
  if (candidates->size() > kCandidates) candidates->erase(std::prev(candidates->end()));
}

std::vector<std::string> WrittenComponents(const std::string& glob) {
  std::vector<std::string> out = NameComponents(glob.rfind("::", 0) == 0 ? glob.substr(2) : glob);
  std::erase(out, "**");
  return out;
}

// A function, and what of the rule does not hold for it.
std::string Shown(const SeenFunction& function, std::size_t rule) {
  const std::string out = "`" + Join(function.name, 0) + "` in `" + function.file + "`";
  for (const NearMiss& miss : function.misses) {
    if (miss.rule == rule)
      return out + " (`" + miss.condition + "` " +
             (std::string(miss.condition) == "exclude" ? "takes it out)" : "does not hold)");
  }
  return out;
}

// Functions of names like the glob's.
void AddNearFunctions(const std::vector<std::string>& wanted, std::size_t rule, const RuleUsage& usage,
                      Candidates* out) {
  const std::string text = Join(wanted, 0);
  const unsigned limit = NearLimit(text);
  for (const SeenFunction& function : usage.functions) {
    const std::size_t from = function.name.size() - std::min(function.name.size(), wanted.size());
    // Another namespace or class is as near as another spelling; the last component must be near by itself.
    const unsigned last = EditDistance(wanted.back(), function.name.back(), NearLimit(wanted.back()));
    const bool missed = std::any_of(function.misses.begin(), function.misses.end(),
                                    [&](const NearMiss& miss) { return miss.rule == rule; });
    if (last > NearLimit(wanted.back()) && !missed) continue;
    const unsigned whole = EditDistance(text, Join(function.name, from), limit);
    Keep(out, {missed ? 0 : std::min(whole, last + limit), Shown(function, rule)});
  }
}

bool AnyMatches(const std::vector<std::string>& globs, const std::vector<std::string>& files) {
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    return std::any_of(files.begin(), files.end(), [&](const std::string& file) { return MatchesPath(glob, file); });
  });
}

// Words of a source that was not parsed: no rule could mean anything in it.
void AddNearWords(const std::vector<std::string>& wanted, const RuleMatch& match, const SourceWords& words,
                  Candidates* out) {
  const std::string& last = wanted.back();
  const unsigned limit = NearLimit(Join(wanted, 0));
  const bool all = std::all_of(wanted.begin(), wanted.end(),
                               [&](const std::string& word) { return words.identifiers.count(word) != 0; });
  if (all && !match.files.empty() && !words.files.empty() && !AnyMatches(match.files, words.files)) {
    Keep(out, {0, "`" + last + "` in `" + words.files.front() + "` or what it includes (`file` does not hold)"});
  }
  for (const std::string& identifier : words.identifiers) {
    const unsigned distance = EditDistance(last, identifier, NearLimit(last));
    if (distance != 0 && distance <= NearLimit(last)) Keep(out, {distance + limit, "`" + identifier + "`"});
  }
}

// Files of the project with names like the glob's.
void AddNearFiles(const std::string& glob, const std::vector<std::string>& files, Candidates* out) {
  for (const std::string& file : files) {
    if (file.empty() || file.front() == '/') continue;
    const unsigned distance = EditDistance(glob, file, NearLimit(glob));
    if (distance <= NearLimit(glob)) Keep(out, {distance, "`" + file + "`"});
  }
}

// Namespaces and classes with names like the glob's.
void AddNearScopes(const std::string& glob, const RuleUsage& usage, Candidates* out) {
  const std::vector<std::string> wanted = WrittenComponents(glob);
  if (wanted.empty()) return;
  const std::string text = Join(wanted, 0);
  for (const SeenFunction& function : usage.functions) {
    std::string scope;
    for (std::size_t i = 0; i + 1 < function.name.size(); ++i) {
      scope += (i == 0 ? "" : "::") + function.name[i];
      const unsigned distance = EditDistance(text, scope, NearLimit(text));
      if (distance <= NearLimit(text)) Keep(out, {distance, "`" + scope + "`"});
    }
  }
}

Candidates Near(const std::vector<Rule>& rules, std::size_t index, const RuleUsage& usage, const SourceWords& words) {
  Candidates out;
  const bool parsed = !usage.functions.empty() || !usage.matched.empty();
  for (const RuleMatch& match : rules[index].matches) {
    bool names = false;
    for (const std::string& glob : match.functions) {
      const std::vector<std::string> wanted = WrittenComponents(glob);
      if (wanted.empty()) continue;
      names = true;
      AddNearFunctions(wanted, index, usage, &out);
      if (!parsed) AddNearWords(wanted, match, words, &out);
    }
    if (names) continue;
    for (const std::string& glob : match.namespaces) AddNearScopes(glob, usage, &out);
    for (const std::string& glob : match.files) AddNearFiles(glob, words.files, &out);
  }
  return out;
}

}  // namespace

std::string UsageFragment(const std::vector<Rule>& rules, const RuleUsage& usage, const SourceWords& words) {
  std::ostringstream out;
  if (!usage.looked) out << "unparsed\n";
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (i < usage.matched.size() && usage.matched[i]) {
      out << "matched\t" << IdOf(rules[i]) << "\n";
      continue;
    }
    for (const Candidate& near : Near(rules, i, usage, words))
      out << "near\t" << IdOf(rules[i]) << "\t" << near.distance << "\t" << near.name << "\n";
  }
  return out.str();
}

std::vector<Diagnostic> UnusedRules(const std::vector<Rule>& rules, const std::vector<std::string>& fragments,
                                    const std::string& target) {
  std::set<std::string> matched;
  std::map<std::string, Candidates> near;
  for (const std::string& fragment : fragments) {
    std::istringstream lines(fragment);
    for (std::string line; std::getline(lines, line);) {
      if (line == "unparsed") return {};
      std::vector<std::string> fields;
      std::istringstream row(line);
      for (std::string field; std::getline(row, field, '\t');) fields.push_back(field);
      if (fields.size() == 3 && fields[0] == "matched") matched.insert(fields[1] + "\t" + fields[2]);
      if (fields.size() == 5 && fields[0] == "near") {
        const auto distance = static_cast<unsigned>(std::strtoul(fields[3].c_str(), nullptr, 10));
        Keep(&near[fields[1] + "\t" + fields[2]], {distance, fields[4]});
      }
    }
  }
  std::vector<Diagnostic> out;
  for (const Rule& rule : rules) {
    if (rule.of_pack || matched.count(IdOf(rule)) != 0) continue;
    std::string nearest;
    for (const Candidate& candidate : near[IdOf(rule)])
      nearest += (nearest.empty() ? "; the nearest: " : ", ") + candidate.name;
    out.push_back({76, rule.place, "", {target, nearest}});
  }
  return out;
}

}  // namespace spansmith::generator
