// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One ended span as it lies in memory, read in place: no copy, no string. What samplers, processors and encoders look
// at. `Times` are clock ticks in a ring and Unix nanoseconds once drained (drain/drain.h). A view is valid as long as
// its record. Strings are bytes as the program gave them: UTF-8 is checked where they leave (drain/utf8.h).
#ifndef SPANSMITH_RECORD_SPAN_VIEW_H_
#define SPANSMITH_RECORD_SPAN_VIEW_H_

#include <cstring>
#include <string_view>

#include "record/guard_flags.h"
#include "record/record_format.h"

namespace spansmith::record {

// One thing that was added to the span, oldest first: attribute, name, link, beginning or end of an event.
class EntryView {
 public:
  explicit EntryView(const EntryHeader* entry) : entry_(entry) {}

  EntryType type() const { return entry_->type; }
  const char* key() const { return entry_->key; }  // static storage; of kEventBegin: the event's name
  bool is_attribute() const { return entry_->type <= EntryType::kString; }

  std::int64_t int64() const { return entry_->int64; }  // kBool (0 or 1), kInt64; kStatus: OTLP's code
  double float64() const { return entry_->float64; }
  std::string_view text() const { return {Bytes(), entry_->size}; }          // kString, kName, kStatus
  LinkBytes link() const { return BytesAs<LinkBytes>(); }                    // kLink, kLinkBegin
  std::uint64_t event_time() const { return entry_->ticks; }                 // kEventBegin
  std::uint64_t dropped_before() const { return BytesAs<std::uint64_t>(); }  // kEventBegin
  std::uint64_t dropped_so_far() const { return entry_->dropped_so_far; }    // kEventEnd

 private:
  const char* Bytes() const { return reinterpret_cast<const char*>(entry_ + 1); }
  template <typename T>
  T BytesAs() const {
    T value;
    std::memcpy(&value, Bytes(), sizeof value);
    return value;
  }

  const EntryHeader* entry_;
};

class SpanView {
 public:
  explicit SpanView(const RecordHeader& record) : record_(&record) {}

  const RecordHeader& record() const { return *record_; }
  const injected::Site& site() const { return *record_->site; }
  std::uint64_t trace_id_high() const { return record_->trace_id_high; }
  std::uint64_t trace_id_low() const { return record_->trace_id_low; }
  std::uint64_t span_id() const { return record_->span_id; }
  std::uint64_t parent_span_id() const { return record_->parent_span_id; }
  std::uint64_t start() const { return record_->start; }
  std::uint64_t end() const { return record_->end; }

  unsigned trace_flags() const { return TraceFlags(flags()) & 0xffu; }  // W3C's octet
  std::uint32_t trace_state() const { return record_->trace_state; }    // a number: propagate/trace_states.h
  bool sampled() const { return (flags() & injected::Frame::kSampled) != 0; }
  bool parent_is_remote() const { return (flags() & kRemoteParent) != 0; }
  // Nothing of this process stands above it: the last span of its local tree to end, where all is properly nested.
  bool is_local_root() const { return record_->parent_span_id == 0 || parent_is_remote(); }
  std::uint32_t dropped_links() const { return DroppedLinks(flags()); }
  std::uint32_t dropped_events() const { return DroppedEvents(flags()); }
  std::uint32_t dropped_attributes() const { return record_->dropped_attributes; }  // those of its events among them
  std::uint32_t failed_attributes() const { return record_->failed_attributes; }

  bool failed() const { return ending() != Ending::kReturned; }
  Ending ending() const { return record_->ending; }
  std::uint64_t origin_span_id() const { return record_->origin_span_id; }  // kThrewOutside
  const char* error_text() const { return record_->error_text; }            // null: the site's
  std::string_view error_type() const {                                     // mangled; "": unknown
    return {Tail() + record_->entry_bytes, record_->error_type_size};
  }
  bool has_error_message() const { return record_->has_error_message != 0; }
  std::string_view error_message() const {
    return {Tail() + record_->entry_bytes + record_->error_type_size, record_->error_message_size};
  }

  std::uint32_t entry_count() const { return record_->entry_count; }
  template <typename Visit>
  void ForEachEntry(Visit&& visit) const {
    const char* at = Tail();
    for (std::uint32_t i = 0; i < record_->entry_count; ++i) {
      const auto* entry = reinterpret_cast<const EntryHeader*>(at);
      visit(EntryView(entry));
      at += AlignUp(static_cast<std::uint32_t>(sizeof(EntryHeader)) + entry->size);
    }
  }

 private:
  std::uint32_t flags() const { return record_->frame_flags; }
  const char* Tail() const { return reinterpret_cast<const char*>(record_ + 1); }

  const RecordHeader* record_;
};

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_SPAN_VIEW_H_
