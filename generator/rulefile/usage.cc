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

Candidates Near(const Rule& rule, const RuleUsage& usage, const SourceWords& words) {
  Candidates out;
  for (const RuleMatch& match : rule.matches) {
    for (const std::string& glob : match.functions) {
      const std::vector<std::string> wanted = WrittenComponents(glob);
      if (wanted.empty()) continue;
      const std::string text = Join(wanted, 0);
      const unsigned limit = NearLimit(text);
      for (const SeenFunction& function : usage.functions) {
        const std::size_t from = function.name.size() - std::min(function.name.size(), wanted.size());
        // Another namespace or class is as near as another spelling; the last component must be near by itself.
        const unsigned last = EditDistance(wanted.back(), function.name.back(), NearLimit(wanted.back()));
        if (last > NearLimit(wanted.back())) continue;
        const unsigned whole = EditDistance(text, Join(function.name, from), limit);
        Keep(&out, {std::min(whole, last + limit), Join(function.name, 0) + "` in `" + function.file});
      }
      if (!usage.functions.empty() || !usage.matched.empty()) continue;
      const std::string& last = wanted.back();
      for (const std::string& identifier : words.identifiers) {
        const unsigned distance = EditDistance(last, identifier, NearLimit(last));
        if (distance != 0 && distance <= NearLimit(last)) Keep(&out, {distance + limit, identifier});
      }
    }
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
    for (const Candidate& near : Near(rules[i], usage, words))
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
      nearest += (nearest.empty() ? "; the nearest: `" : ", `") + candidate.name + "`";
    out.push_back({76, rule.place, "", {target, nearest}});
  }
  return out;
}

}  // namespace spansmith::generator
