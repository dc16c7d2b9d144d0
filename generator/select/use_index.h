// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Joins the syntax tree with the annotation uses that the preprocessor saw, by location, and remembers which were
// found: a use that nothing in the tree answers to is one that stands in the wrong place.
#ifndef SPANSMITH_GENERATOR_SELECT_USE_INDEX_H_
#define SPANSMITH_GENERATOR_SELECT_USE_INDEX_H_

#include <map>
#include <vector>

#include "generator/frontend/annotation_use.h"

namespace clang {
class SourceLocation;
class SourceManager;
}  // namespace clang

namespace spansmith::generator {

class UseIndex {
 public:
  // Both outlive the index.
  UseIndex(const clang::SourceManager& sources, const std::vector<AnnotationUse>& uses);

  // The innermost use whose expansion the location comes from; null: none. Marks it found.
  const AnnotationUse* Find(clang::SourceLocation location);

  bool Found(const AnnotationUse& use) const;

 private:
  const clang::SourceManager& sources_;
  const std::vector<AnnotationUse>& uses_;
  std::map<unsigned, std::size_t> by_location_;
  std::vector<bool> found_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_USE_INDEX_H_
