// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Edits of one file, and the only place that orders and merges them. Edits at one offset stand in the order of
// EditOrder: what closes an expression before it, what closes a statement before it, then what stands in front of the
// guard, then the guard, then what opens the statement behind it, then what goes inside that, and around its
// expressions. Edits that remove overlapping text are a programming error (std::logic_error): select gives none.
#ifndef SPANSMITH_GENERATOR_TRANSFORM_EDIT_PLAN_H_
#define SPANSMITH_GENERATOR_TRANSFORM_EDIT_PLAN_H_

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/site/site.h"

namespace spansmith::generator {

enum class EditOrder { kCloseInnermost, kClose, kBeforeGuard, kGuard, kOpen, kInside, kInnermost };

// A piece of injected text; with a place, one to be seen there by the compiler (a pasted expression).
struct Segment {
  std::string text;
  std::optional<Place> place;
};

struct Edit {
  Point at;
  EditOrder order = EditOrder::kOpen;
  std::vector<Segment> segments;
  std::size_t remove = 0;  // bytes of the original that the segments replace
  Place resume;  // where the text behind the edit is seen; line 0: nothing to restore (inside a directive or macro
                 // argument)
};

class EditPlan {
 public:
  void Insert(const Point& at, EditOrder order, std::vector<Segment> segments) {
    edits_.push_back({at, order, std::move(segments), 0, at.place});
  }
  // Where no directive may stand: what follows on the line is seen in another column.
  void InsertInLine(const Point& at, EditOrder order, std::vector<Segment> segments) {
    edits_.push_back({at, order, std::move(segments), 0, {}});
  }
  // Replaces [from, to).
  void Replace(const Point& from, const Point& to, EditOrder order, std::vector<Segment> segments) {
    edits_.push_back({from, order, std::move(segments), to.offset - from.offset, to.place});
  }
  // Where no directive may stand behind what replaces it.
  void ReplaceInLine(const Point& from, const Point& to, EditOrder order, std::vector<Segment> segments) {
    edits_.push_back({from, order, std::move(segments), to.offset - from.offset, {}});
  }
  void ReplaceInDirective(std::size_t from, std::size_t to, std::vector<Segment> segments) {
    edits_.push_back({{from, {}}, EditOrder::kInside, std::move(segments), to - from, {}});
  }

  // By offset, then order, then the order of their arrival.
  std::vector<Edit> Finish() const;

 private:
  std::vector<Edit> edits_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_TRANSFORM_EDIT_PLAN_H_
