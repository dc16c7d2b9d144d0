// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/edit_plan.h"

#include <algorithm>
#include <stdexcept>

namespace spansmith::generator {

std::vector<Edit> EditPlan::Finish() const {
  std::vector<Edit> out = edits_;
  std::stable_sort(out.begin(), out.end(), [](const Edit& a, const Edit& b) {
    return a.at.offset != b.at.offset ? a.at.offset < b.at.offset : a.order < b.order;
  });
  std::size_t removed_to = 0;
  for (const Edit& edit : out) {
    if (edit.at.offset < removed_to) {
      throw std::logic_error("overlapping edits at offset " + std::to_string(edit.at.offset));
    }
    removed_to = edit.at.offset + edit.remove;
  }
  return out;
}

}  // namespace spansmith::generator
