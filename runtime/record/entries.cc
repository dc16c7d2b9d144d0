// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is added to open spans: attributes, links, events, a name (contract: spansmith/injected.h). Entries stand in the
// thread's scratch space until End copies them into the record. The space is a stack as the frames are: a span gets
// entries only while it is the innermost. What does not fit, or comes while another span is open within, is dropped and
// counted.
#include <spansmith/injected.h>

#include <charconv>
#include <cstdint>
#include <cstring>
#include <exception>
#include <limits>

#include "record/clock.h"
#include "record/entries.h"
#include "record/guard_flags.h"
#include "record/record_format.h"
#include "record/thread_state.h"
#include "record/watch.h"

namespace spansmith::injected {
namespace {

using record::EntryHeader;
using record::EntryType;

// Room for one entry with `size` bytes behind it, all but `reserve` of the space being free for it; null if there is
// none.
[[gnu::always_inline]] inline EntryHeader* Place(Frame* frame, const char* key, EntryType type, unsigned long size,
                                                 unsigned long reserve = record::kScratchReserve) noexcept {
  record::ThreadState& thread = record::thread_state;
  const unsigned long limit = record::Ring::kScratch - reserve;
  if (thread.top != frame || size > limit || thread.scratch_used + sizeof(EntryHeader) + size > limit) {
    return nullptr;
  }
  const record::Busy busy(thread);
  auto* header = reinterpret_cast<EntryHeader*>(thread.ring->scratch() + thread.scratch_used);
  header->key = key;
  header->type = type;
  header->size = static_cast<std::uint32_t>(size);
  const auto padded = record::AlignUp(static_cast<std::uint32_t>(sizeof(EntryHeader) + size));
  thread.scratch_used += padded;
  frame->scratch_size += padded;
  ++frame->attribute_count;
  return header;
}

// The same for an attribute; counted if there is no room. Those of an event that was dropped are dropped with it.
[[gnu::always_inline]] inline EntryHeader* Add(Frame* frame, const char* key, EntryType type,
                                               unsigned long size) noexcept {
  if ((frame->flags & (Frame::kRecording | record::kEventLost)) != Frame::kRecording) return nullptr;
  EntryHeader* header = Place(frame, key, type, size);
  if (header == nullptr) ++frame->dropped_attributes;
  return header;
}

// Most texts are short: without a call, and without reading beyond their end.
[[gnu::always_inline]] inline void CopyText(char* to, const char* from, unsigned long size) noexcept {
  if (size > 32) {
    std::memcpy(to, from, size);
  } else if (size >= 16) {
    char head[16], tail[16];
    std::memcpy(head, from, 16);
    std::memcpy(tail, from + size - 16, 16);
    std::memcpy(to, head, 16);
    std::memcpy(to + size - 16, tail, 16);
  } else if (size >= 8) {
    std::uint64_t head, tail;
    std::memcpy(&head, from, 8);
    std::memcpy(&tail, from + size - 8, 8);
    std::memcpy(to, &head, 8);
    std::memcpy(to + size - 8, &tail, 8);
  } else {
    for (unsigned long i = 0; i < size; ++i) to[i] = from[i];
  }
}

template <typename Word>
[[gnu::always_inline]] inline void AddWord(Frame* frame, const char* key, EntryType type, Word value) noexcept {
  static_assert(sizeof(Word) == 8);
  if (EntryHeader* header = Add(frame, key, type, sizeof value)) std::memcpy(header + 1, &value, sizeof value);
}

}  // namespace

void AddBool(Frame* frame, const char* key, bool value) noexcept {
  AddWord<std::int64_t>(frame, key, EntryType::kBool, value ? 1 : 0);
}

void AddInt64(Frame* frame, const char* key, long long value) noexcept {
  AddWord<std::int64_t>(frame, key, EntryType::kInt64, value);
}

void AddUint64(Frame* frame, const char* key, unsigned long long value) noexcept {
  if (value <= static_cast<unsigned long long>(std::numeric_limits<std::int64_t>::max())) {
    AddInt64(frame, key, static_cast<long long>(value));
    return;
  }
  char text[24];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value);
  static_cast<void>(error);  // 20 digits always fit
  AddString(frame, key, text, static_cast<unsigned long>(end - text));
}

void AddDouble(Frame* frame, const char* key, double value) noexcept { AddWord(frame, key, EntryType::kDouble, value); }

void AddString(Frame* frame, const char* key, const char* data, unsigned long size) noexcept {
  EntryHeader* header = Add(frame, key, EntryType::kString, size);
  if (header != nullptr) CopyText(reinterpret_cast<char*>(header + 1), data, size);
}

void SetName(Frame* frame, const char* data, unsigned long size) noexcept {
  if ((frame->flags & Frame::kRecording) == 0 || size == 0) return;
  EntryHeader* header = Place(frame, nullptr, EntryType::kName, size);
  if (header == nullptr) {
    ++frame->dropped_attributes;
  } else {
    std::memcpy(header + 1, data, size);
  }
}

}  // namespace spansmith::injected

namespace spansmith::record {

using injected::Context;
using injected::Frame;

void BeginLink(Frame* frame, const Context& context) noexcept {
  if ((frame->flags & Frame::kRecording) == 0) return;
  EntryHeader* header = injected::Place(frame, nullptr, EntryType::kLinkBegin, sizeof(LinkBytes));
  if (header == nullptr) {
    frame->flags = CountedDropped(frame->flags, kDroppedLinksShift) | kEventLost;
    return;
  }
  const LinkBytes bytes{context.trace_id_high, context.trace_id_low, context.span_id, context.flags & 0xffu,
                        context.trace_state};
  std::memcpy(header + 1, &bytes, sizeof bytes);
}

void EndLink(Frame* frame) noexcept {
  if ((frame->flags & Frame::kRecording) == 0) return;
  if ((frame->flags & kEventLost) != 0) {
    frame->flags &= ~kEventLost;
    return;
  }
  injected::Place(frame, nullptr, EntryType::kLinkEnd, 0, 0);
}

void AddStatus(Frame* frame, StatusCode code, std::string_view description) noexcept {
  if ((frame->flags & Frame::kRecording) == 0) return;
  EntryHeader* header = injected::Place(frame, nullptr, EntryType::kStatus, sizeof(std::int64_t) + description.size());
  if (header == nullptr) {
    ++frame->dropped_attributes;
    return;
  }
  const auto number = static_cast<std::int64_t>(code);
  auto* const bytes = reinterpret_cast<char*>(header + 1);
  std::memcpy(bytes, &number, sizeof number);
  if (!description.empty()) std::memcpy(bytes + sizeof number, description.data(), description.size());
}

void AddEntry(Frame* frame, const char* key, EntryType type, std::string_view head, std::string_view tail) noexcept {
  if ((frame->flags & Frame::kRecording) == 0) return;
  EntryHeader* header = injected::Place(frame, key, type, head.size() + tail.size());
  if (header == nullptr) {
    ++frame->dropped_attributes;
    return;
  }
  auto* const bytes = reinterpret_cast<char*>(header + 1);
  if (!head.empty()) std::memcpy(bytes, head.data(), head.size());
  if (!tail.empty()) std::memcpy(bytes + head.size(), tail.data(), tail.size());
}

}  // namespace spansmith::record

namespace spansmith::injected {

void AddLink(Frame* frame, const char* data, unsigned long size) noexcept {
  if ((frame->flags & Frame::kRecording) == 0 || size == 0) return;
  const Context context = ParseTraceparent(data, size);
  if (context.span_id == 0) {
    ++frame->failed_attributes;
    return;
  }
  EntryHeader* header = Place(frame, nullptr, EntryType::kLink, sizeof(record::LinkBytes));
  if (header == nullptr) {
    frame->flags = record::CountedDropped(frame->flags, record::kDroppedLinksShift);
    return;
  }
  const record::LinkBytes bytes{context.trace_id_high, context.trace_id_low, context.span_id, context.flags,
                                context.trace_state};
  std::memcpy(header + 1, &bytes, sizeof bytes);
}

void BeginEvent(Frame* frame, const char* name) noexcept {
  if ((frame->flags & Frame::kRecording) == 0) return;
  EntryHeader* header = Place(frame, name, EntryType::kEventBegin, sizeof(record::EventBeginBytes));
  if (header == nullptr) {
    frame->flags = record::CountedDropped(frame->flags, record::kDroppedEventsShift) | record::kEventLost;
    return;
  }
  const std::uint64_t now = (frame->flags & record::kUnixTimes) == 0 ? record::Now() : record::WatchedUnixNanos();
  const record::EventBeginBytes bytes{now, frame->dropped_attributes};
  std::memcpy(header + 1, &bytes, sizeof bytes);
}

void EndEvent(Frame* frame) noexcept {
  if ((frame->flags & Frame::kRecording) == 0) return;
  if ((frame->flags & record::kEventLost) != 0) {
    frame->flags &= ~record::kEventLost;
    return;
  }
  const std::uint64_t dropped = frame->dropped_attributes;
  EntryHeader* header = Place(frame, nullptr, EntryType::kEventEnd, sizeof dropped, 0);
  if (header != nullptr) std::memcpy(header + 1, &dropped, sizeof dropped);
}

void Fail(Frame* frame, const char* condition) noexcept {
  if ((frame->flags & Frame::kRecording) == 0) return;
  EntryHeader* header = Place(frame, condition, EntryType::kFailed, sizeof frame->error_text);
  if (header == nullptr) {
    ++frame->dropped_attributes;
  } else {
    std::memcpy(header + 1, &frame->error_text, sizeof frame->error_text);
  }
}

void SetError(Frame* frame, const char* data, unsigned long size) noexcept {
  record::AddStatus(frame, StatusCode::kError, {data, size});
}

void AttributeFailed(Frame* frame, const char* /*key*/) {
  // A forced unwind (pthread_cancel) is no C++ exception and must go on.
  if (std::current_exception() == nullptr) throw;
  ++frame->failed_attributes;
}

void Parent::Failed() {
  if (std::current_exception() == nullptr) throw;
  failed_ = true;
}

}  // namespace spansmith::injected
