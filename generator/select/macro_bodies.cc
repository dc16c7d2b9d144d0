// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/macro_bodies.h"

#include <clang/AST/ASTContext.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/MacroInfo.h>

#include <algorithm>

#include "generator/select/points.h"

namespace spansmith::generator {
namespace {

std::pair<unsigned, unsigned> KeyOf(const clang::SourceManager& sources, clang::SourceLocation written) {
  const auto [file, offset] = sources.getDecomposedLoc(written);
  const clang::OptionalFileEntryRef entry = sources.getFileEntryRefForID(file);
  return {entry ? entry->getUID() : ~0U, offset};
}

}  // namespace

MacroBodies::MacroBodies(const ParsedUnit& unit) : unit_(unit), sources_(unit.context.getSourceManager()) {}

clang::SourceLocation MacroBodies::Origin(clang::SourceLocation brace) const {
  while (brace.isMacroID() && sources_.isMacroArgExpansion(brace)) brace = sources_.getImmediateSpellingLoc(brace);
  return brace;
}

clang::SourceLocation MacroBodies::Written(clang::SourceLocation brace) const { return sources_.getSpellingLoc(brace); }

ReasonCode MacroBodies::Refusal(clang::SourceLocation brace) const {
  const clang::SourceLocation written = Written(brace);
  const bool in_file = sources_.getFileEntryRefForID(sources_.getFileID(written)).has_value();
  return in_file && !sources_.isInSystemHeader(written) ? ReasonCode::kNone : ReasonCode::kMacroOfOthers;
}

MacroBodies::Group& MacroBodies::GroupOf(clang::SourceLocation brace) {
  const clang::SourceLocation written = Written(brace);
  const auto key = KeyOf(sources_, written);
  Group& group = groups_[key];
  written_.try_emplace(key, written);
  const clang::SourceLocation origin = Origin(brace);
  if (origin.isMacroID()) group.expansions.insert(sources_.getFileID(origin).getHashValue());
  if (unit_.macros.stringized.count(written.getRawEncoding()) != 0) group.reason = ReasonCode::kMacroText;
  return group;
}

void MacroBodies::Add(clang::SourceLocation brace, unsigned location, Site site, bool default_name, bool method) {
  Group& group = GroupOf(brace);
  site.body = *AfterToken(sources_, unit_.context.getLangOpts(), Written(brace));
  site.in_macro = true;
  group.default_name = group.default_name && default_name;
  group.methods = group.methods && method;
  group.functions = group.functions && !method;
  group.sites.push_back(std::move(site));
  group.locations.push_back(location);
}

void MacroBodies::Refuse(clang::SourceLocation brace) {
  Group& group = GroupOf(brace);
  if (group.reason == ReasonCode::kNone) group.reason = ReasonCode::kMacroShared;
}

std::size_t MacroBodies::Expansions(clang::SourceLocation written) const {
  const auto key = KeyOf(sources_, written);
  std::size_t out = 0;
  for (const auto& [macro, count] : unit_.macros.expansions) {
    const clang::SourceLocation begin = macro->getDefinitionLoc();
    if (begin.isInvalid() || begin.isMacroID()) continue;
    const auto first = KeyOf(sources_, begin);
    if (first.first != key.first || first.second > key.second) continue;
    if (KeyOf(sources_, macro->getDefinitionEndLoc()).second >= key.second) out += count;
  }
  return out;
}

void MacroBodies::Finish(Selection* out) {
  for (auto& [key, group] : groups_) {
    if (group.sites.empty()) continue;
    const bool defined = !group.expansions.empty();  // by the macro, rather than in an argument
    const auto same_name = [&](const Site& site) { return site.name == group.sites.front().name; };
    const bool one_name = std::all_of(group.sites.begin(), group.sites.end(), same_name);
    const bool shared = defined && Expansions(written_.at(key)) != group.expansions.size();
    if (group.reason == ReasonCode::kNone && shared) group.reason = ReasonCode::kMacroShared;
    if (group.reason == ReasonCode::kNone && !one_name && !group.default_name) group.reason = ReasonCode::kMacroRoom;
    for (std::size_t i = 0; i < group.sites.size(); ++i) {
      Verdict& verdict = out->verdicts[group.locations[i]];
      verdict = {Asked::kRule, group.reason, group.sites[i].body, group.sites[i].name};
      if (group.reason != ReasonCode::kNone) verdict.body = {};
    }
    if (group.reason != ReasonCode::kNone) continue;
    Site site = std::move(group.sites.front());
    if (defined) {
      // Another name, and another line, wherever the macro is used.
      site.name_components = !group.default_name ? 0 : group.methods ? 2 : group.functions ? 1 : 3;
      site.line = 0;
      site.function.clear();
    }
    out->sites.push_back(std::move(site));
  }
}

}  // namespace spansmith::generator
