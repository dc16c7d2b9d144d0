// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See batch.h.
#include "drain/batch.h"

#include "drain/expand.h"

namespace spansmith::drain {

std::vector<SpanData> Batch::Spans() const {
  std::vector<SpanData> spans;
  spans.reserve(size());
  ForEachRecord([&spans](const record::SpanView& span) { spans.push_back(Expand(span)); });
  spans.insert(spans.end(), made_.begin(), made_.end());
  return spans;
}

}  // namespace spansmith::drain
