// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/use_index.h"

#include <clang/Basic/SourceManager.h>

namespace spansmith::generator {

UseIndex::UseIndex(const clang::SourceManager& sources, const std::vector<AnnotationUse>& uses)
    : sources_(sources), uses_(uses), found_(uses.size()) {
  for (std::size_t i = 0; i < uses.size(); ++i) by_location_[uses[i].location] = i;
}

const AnnotationUse* UseIndex::Find(clang::SourceLocation location) {
  // Up the chain of expansions, until the name of an annotation macro.
  while (location.isMacroID()) {
    location = sources_.isMacroArgExpansion(location) ? sources_.getImmediateSpellingLoc(location)
                                                      : sources_.getImmediateExpansionRange(location).getBegin();
    const auto it = by_location_.find(location.getRawEncoding());
    if (it == by_location_.end()) continue;
    found_[it->second] = true;
    return &uses_[it->second];
  }
  return nullptr;
}

bool UseIndex::Found(const AnnotationUse& use) const { return found_[static_cast<std::size_t>(&use - uses_.data())]; }

}  // namespace spansmith::generator
