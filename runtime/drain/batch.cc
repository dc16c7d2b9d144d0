// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See batch.h.
#include "drain/batch.h"

#include "drain/expand.h"

namespace spansmith::drain {

const std::vector<SpanData>& Batch::Spans() const {
  if (records_ == 0) return made_;
  if (spans_.size() != size()) {
    spans_.clear();
    spans_.reserve(size());
    ForEachRecord([this](const record::SpanView& span) { spans_.push_back(Expand(span)); });
    spans_.insert(spans_.end(), made_.begin(), made_.end());
  }
  return spans_;
}

}  // namespace spansmith::drain
