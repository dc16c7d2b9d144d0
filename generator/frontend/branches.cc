// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/branches.h"

#include <algorithm>

namespace spansmith::generator {
namespace {

// Narrowed to the lines that have anything; nothing that may be a function: an empty one.
UnseenCode Narrowed(const SourceLines& compiled, UnseenCode code) {
  if ((compiled.Of(code.file, code.first, code.last) & SourceLines::kBody) == 0) return {};
  while (compiled.Of(code.file, code.first, code.first) == 0) ++code.first;
  while (compiled.Of(code.file, code.last, code.last) == 0) --code.last;
  return code;
}

bool Covers(const EnteredBranches& one, const UnseenCode& code) {
  return std::any_of(one.skipped.begin(), one.skipped.end(),
                     [&](const auto& lines) { return lines.first <= code.first && code.last <= lines.second; });
}

}  // namespace

std::vector<UnseenCode> FindUnseen(const SourceLines& compiled, const Branches& branches) {
  std::vector<UnseenCode> out;
  std::map<std::string, std::vector<const EnteredBranches*>> files;
  for (const auto& [key, one] : branches.entered) files[FileIdentity(one.file)].push_back(&one);
  for (const auto& [identity, enterings] : files) {
    if (std::any_of(enterings.begin(), enterings.end(), [](const EnteredBranches* one) { return one->renamed; }))
      continue;
    for (const auto& [first, last] : enterings.front()->skipped) {
      const UnseenCode code = Narrowed(compiled, {enterings.front()->file, first, last});
      const bool everywhere = std::all_of(enterings.begin(), enterings.end(),
                                          [&](const EnteredBranches* one) { return Covers(*one, code); });
      if (code.first != 0 && everywhere) out.push_back(code);
    }
  }
  // Files that Clang does not even enter.
  for (const auto& [name, last] : compiled.Files()) {
    if (files.count(FileIdentity(name)) != 0 || branches.named.count(name) != 0) continue;
    const UnseenCode code = Narrowed(compiled, {name, 1, last});
    if (code.first != 0) out.push_back(code);
  }
  std::sort(out.begin(), out.end(), [](const UnseenCode& a, const UnseenCode& b) {
    return a.file != b.file ? a.file < b.file : a.first < b.first;
  });
  return out;
}

bool IsCompiled(const SourceLines& compiled, const Branches& branches, unsigned key, unsigned line) {
  const auto it = branches.entered.find(key);
  if (it == branches.entered.end() || it->second.renamed || !compiled.Has(it->second.file)) return true;
  std::vector<unsigned> directives = it->second.directives;
  std::sort(directives.begin(), directives.end());
  const auto next = std::upper_bound(directives.begin(), directives.end(), line);
  const unsigned first = next == directives.begin() ? 1 : *(next - 1);
  const unsigned last = next == directives.end() ? ~0U : *next;
  return compiled.Of(it->second.file, first, last) != 0;
}

}  // namespace spansmith::generator
