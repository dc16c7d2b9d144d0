// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// For tests of record alone: what is in the rings of the process, taken out.
#ifndef SPANSMITH_RECORD_DRAINED_H_
#define SPANSMITH_RECORD_DRAINED_H_

#include <string>
#include <vector>

#include "record/ring_registry.h"
#include "record/span_view.h"

namespace spansmith::record {

struct Drained : RecordHeader {
  explicit Drained(const RecordHeader& record) : RecordHeader(record) {
    const SpanView view(record);
    entry_count = view.entry_count();
    dropped_attributes = view.dropped_attributes();
    failed_attributes = view.failed_attributes();
    trace_state = view.trace_state();
    ending = view.ending();
    view.ForEachEntry([this](const EntryView& entry) {
      if (entry.type() == EntryType::kString) texts.emplace_back(entry.text());
    });
  }

  std::uint32_t entry_count;
  std::uint32_t dropped_attributes;
  std::uint32_t failed_attributes;
  std::uint32_t trace_state;
  Ending ending;
  std::vector<std::string> texts;  // values of string attributes
};

inline std::vector<Drained> TakeAll() {
  std::vector<Drained> records;
  Rings().ForEach(
      [&](Ring& ring) { ring.Consume(1'000'000, [&](const RecordHeader& header) { records.emplace_back(header); }); });
  return records;
}

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_DRAINED_H_
