// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Spans on their way to the exporters: records, copied end to end into one piece of memory, and spans that came as
// SpanData (from code that makes its own). An exporter reads the records in place (ForEachRecord, made()), or takes
// everything as SpanData (Spans()). One thread fills it; then any thread reads it.
#ifndef SPANSMITH_DRAIN_BATCH_H_
#define SPANSMITH_DRAIN_BATCH_H_

#include <spansmith/span_data.h>

#include <cstddef>
#include <cstring>
#include <vector>

#include "drain/redact.h"
#include "record/span_view.h"

namespace spansmith::drain {

class Batch {
 public:
  Batch() = default;
  explicit Batch(std::vector<SpanData> made) : made_(std::move(made)) {}

  // Copied; its times are Unix nanoseconds.
  void Add(const record::RecordHeader& record) {
    const auto* bytes = reinterpret_cast<const Word*>(&record);
    words_.insert(words_.end(), bytes, bytes + record.size / sizeof(Word));
    ++records_;
  }
  void Add(SpanData span) {
    if (redaction != nullptr) Redact(*redaction, span);
    made_.push_back(std::move(span));
  }

  std::size_t size() const { return records_ + made_.size(); }
  bool empty() const { return size() == 0; }

  // Calls `visit(const record::SpanView&)`, oldest first.
  template <typename Visit>
  void ForEachRecord(Visit&& visit) const {
    for (std::size_t at = 0; at < words_.size();) {
      const auto& record = *reinterpret_cast<const record::RecordHeader*>(words_.data() + at);
      visit(record::SpanView(record));
      at += record.size / sizeof(Word);
    }
  }
  const std::vector<SpanData>& made() const { return made_; }

  // All of them, made anew: the records first.
  std::vector<SpanData> Spans() const;

  // What it takes in memory, about: what spans that came as SpanData point to is guessed.
  std::size_t bytes() const { return words_.size() * sizeof(Word) + made_.size() * 2 * sizeof(SpanData); }

  // Empty again; keeps its memory for the next.
  void Clear() {
    words_.clear();
    records_ = 0;
    made_.clear();
  }

 private:
  using Word = std::uint64_t;  // records are aligned to it

  std::vector<Word> words_;
  std::size_t records_ = 0;
  std::vector<SpanData> made_;
};

}  // namespace spansmith::drain

#endif  // SPANSMITH_DRAIN_BATCH_H_
