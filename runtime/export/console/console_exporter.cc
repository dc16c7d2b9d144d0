// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See console_exporter.h.
#include "export/console/console_exporter.h"

#include <algorithm>

namespace spansmith::exporter {

Outcome ConsoleExporter::Export(const drain::Batch& batch, const transport::Patience& /*patience*/) {
  for (const SpanData& span : batch.Spans()) {
    auto trace = std::find_if(held_.begin(), held_.end(), [&](const Trace& t) { return t.id == span.trace_id; });
    if (trace == held_.end()) trace = held_.insert(held_.end(), Trace{span.trace_id, false, {}});
    trace->spans.push_back(span);
    trace->root_ended = trace->root_ended || !span.parent_span_id || span.parent_is_remote;
    ++held_spans_;
  }
  // Only now: a child that ended on another thread may stand behind its root in the batch.
  for (auto trace = held_.begin(); trace != held_.end();) {
    if (!trace->root_ended && held_spans_ <= kMaxHeld) {
      ++trace;
      continue;
    }
    Print(*trace);
    trace = held_.erase(trace);
  }
  std::fflush(stream_);
  return Outcome::Delivered();
}

void ConsoleExporter::Finish() {
  for (const Trace& trace : held_) Print(trace);
  held_.clear();
  std::fflush(stream_);
}

void ConsoleExporter::Print(const Trace& trace) {
  held_spans_ -= trace.spans.size();
  const std::string picture = DrawTrace(trace.spans, style_, !trace.root_ended);
  std::fwrite(picture.data(), 1, picture.size(), stream_);
}

}  // namespace spansmith::exporter
