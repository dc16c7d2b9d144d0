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
#include <type_traits>

#include "record/guard_flags.h"
#include "record/record_format.h"

namespace spansmith::record {

// One thing that was added to the span, oldest first: attribute, name, link, beginning or end of an event.
class EntryView {
 public:
  explicit EntryView(const EntryHeader* entry) : entry_(entry) {}

  EntryType type() const { return entry_->type; }
  const char* key() const { return entry_->key; }  // static storage; of kEventBegin: the event's name
  bool is_attribute() const { return entry_->type <= EntryType::kStrings; }
  bool is_array() const { return is_attribute() && entry_->type > EntryType::kString; }

  std::int64_t int64() const { return BytesAs<std::int64_t>(); }  // kBool (0 or 1), kInt64; kStatus: OTLP's code
  double float64() const { return BytesAs<double>(); }
  std::string_view text() const { return {bytes(), entry_->size}; }                     // kString, kName
  std::string_view status_text() const { return text().substr(sizeof(std::int64_t)); }  // kStatus
  const char* static_text() const { return BytesAs<const char*>(); }                    // kFailed
  LinkBytes link() const { return BytesAs<LinkBytes>(); }                               // kLink, kLinkBegin
  EventBeginBytes event() const { return BytesAs<EventBeginBytes>(); }                  // kEventBegin
  FailureBytes failure() const { return BytesAs<FailureBytes>(); }                      // kFailure
  OriginBytes origin() const { return BytesAs<OriginBytes>(); }                         // kOrigin
  std::uint64_t dropped_so_far() const { return BytesAs<std::uint64_t>(); }             // kEventEnd

  // Of an array. Visit(T), T: bool of kBools, std::int64_t of kInt64s, double of kDoubles, std::string_view of
  // kStrings.
  template <typename T, typename Visit>
  void ForEachElement(Visit&& visit) const {
    for (std::uint32_t at = 0; at < entry_->size;) {
      if constexpr (std::is_same_v<T, std::string_view>) {
        std::uint32_t size;
        std::memcpy(&size, bytes() + at, sizeof size);
        visit(std::string_view(bytes() + at + sizeof size, size));
        at += std::uint32_t{sizeof size} + size;
      } else {
        T value;
        std::memcpy(&value, bytes() + at, sizeof value);
        visit(value);
        at += std::uint32_t{sizeof value};
      }
    }
  }

  const char* bytes() const { return reinterpret_cast<const char*>(entry_ + 1); }  // size() of them
  std::uint32_t size() const { return entry_->size; }

 private:
  template <typename T>
  T BytesAs() const {
    T value;
    std::memcpy(&value, bytes(), sizeof value);
    return value;
  }

  const EntryHeader* entry_;
};

class SpanView {
 public:
  explicit SpanView(const RecordHeader& record) : record_(&record) {
    const char* at = reinterpret_cast<const char*>(&record + 1);
    if ((record.flags & kHasTraceState) != 0) {
      std::memcpy(&trace_state_, at, sizeof trace_state_);
      at += sizeof(std::uint64_t);
    }
    if ((record.flags & kHasEntries) != 0) {
      const auto* const header = reinterpret_cast<const EntriesHeader*>(at);
      entry_count_ = header->count;
      entries_ = at + sizeof(EntriesHeader);
      at = entries_ + header->bytes;
    }
    if ((record.flags & kHasDetails) != 0) details_ = reinterpret_cast<const Details*>(at);
  }

  const RecordHeader& record() const { return *record_; }
  const injected::Site& site() const { return *record_->site; }
  std::uint64_t trace_id_high() const { return record_->trace_id_high; }
  std::uint64_t trace_id_low() const { return record_->trace_id_low; }
  std::uint64_t span_id() const { return record_->span_id; }
  std::uint64_t parent_span_id() const { return record_->parent_span_id; }
  std::uint64_t start() const { return record_->start; }
  std::uint64_t end() const { return record_->end; }

  unsigned trace_flags() const { return TraceFlags(record_->flags) & 0xffu; }  // W3C's octet
  std::uint32_t trace_state() const { return trace_state_; }                   // a number: propagate/trace_states.h
  bool sampled() const { return (record_->flags & injected::Frame::kSampled) != 0; }
  bool parent_is_remote() const { return (record_->flags & kRemoteParent) != 0; }
  // Nothing of this process stands above it: the last span of its local tree to end, where all is properly nested.
  bool is_local_root() const { return record_->parent_span_id == 0 || parent_is_remote(); }
  std::uint32_t dropped_links() const { return DroppedLinks(record_->flags); }
  std::uint32_t dropped_events() const { return DroppedEvents(record_->flags); }

  // What follows is the default in most spans.
  bool has_details() const { return details_ != nullptr; }
  std::uint32_t dropped_attributes() const { return has_details() ? details_->dropped_attributes : 0; }  // events' too
  std::uint32_t failed_attributes() const { return has_details() ? details_->failed_attributes : 0; }
  Ending ending() const { return has_details() ? details_->ending : Ending::kReturned; }
  bool failed() const { return ending() == Ending::kThrew || ending() == Ending::kThrewOutside; }
  bool unfinished() const { return ending() == Ending::kUnfinished; }
  std::uint64_t origin_span_id() const { return has_details() ? details_->origin_span_id : 0; }  // kThrewOutside
  const char* error_text() const { return has_details() ? details_->error_text : nullptr; }      // null: the site's
  std::string_view error_type() const {                                                          // mangled; "": unknown
    return has_details() ? std::string_view(ErrorBytes(), details_->error_type_size) : "";
  }
  bool has_error_message() const { return has_details() && details_->has_error_message != 0; }
  std::string_view error_message() const {
    if (!has_error_message()) return "";
    return {ErrorBytes() + details_->error_type_size, details_->error_message_size};
  }

  std::uint32_t entry_count() const { return entry_count_; }
  template <typename Visit>
  void ForEachEntry(Visit&& visit) const {
    const char* at = entries_;
    for (std::uint32_t i = 0; i < entry_count_; ++i) {
      const auto* entry = reinterpret_cast<const EntryHeader*>(at);
      visit(EntryView(entry));
      at += AlignUp(static_cast<std::uint32_t>(sizeof(EntryHeader)) + entry->size);
    }
  }

 private:
  const char* ErrorBytes() const { return reinterpret_cast<const char*>(details_ + 1); }

  const RecordHeader* record_;
  const char* entries_ = nullptr;
  std::uint32_t entry_count_ = 0;
  std::uint32_t trace_state_ = 0;
  const Details* details_ = nullptr;
};

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_SPAN_VIEW_H_
