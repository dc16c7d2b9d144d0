// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Attributes of open spans, in the thread's scratch space until End copies them into the record (contract:
// spansmith/injected.h). The space is a stack as the frames are: a span adds attributes only while it is the innermost.
// What does not fit, or comes while another span is open within, is dropped and counted.
#include <spansmith/injected.h>

#include <charconv>
#include <cstdint>
#include <cstring>
#include <exception>
#include <limits>

#include "record/record_format.h"
#include "record/thread_state.h"

namespace spansmith::injected {
namespace {

using record::AttributeHeader;
using record::AttributeType;

// Room for one attribute with `string_size` bytes behind it; null, and counted, if there is none.
AttributeHeader* Add(Frame* frame, const char* key, AttributeType type, unsigned long string_size) noexcept {
  record::ThreadState& thread = record::thread_state;
  if ((frame->flags & Frame::kRecording) == 0) return nullptr;
  const unsigned long room = record::Ring::kScratch - thread.scratch_used;
  if (thread.top != frame || string_size > room || sizeof(AttributeHeader) + string_size + 7 > room) {
    ++frame->dropped_attributes;
    return nullptr;
  }
  auto* header = reinterpret_cast<AttributeHeader*>(thread.ring->scratch() + thread.scratch_used);
  header->key = key;
  header->type = type;
  header->string_size = static_cast<std::uint32_t>(string_size);
  const auto size = record::AlignUp(static_cast<std::uint32_t>(sizeof(AttributeHeader) + string_size));
  thread.scratch_used += size;
  frame->scratch_size += size;
  ++frame->attribute_count;
  return header;
}

}  // namespace

void AddBool(Frame* frame, const char* key, bool value) noexcept {
  if (AttributeHeader* header = Add(frame, key, AttributeType::kBool, 0)) header->int64 = value ? 1 : 0;
}

void AddInt64(Frame* frame, const char* key, long long value) noexcept {
  if (AttributeHeader* header = Add(frame, key, AttributeType::kInt64, 0)) header->int64 = value;
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

void AddDouble(Frame* frame, const char* key, double value) noexcept {
  if (AttributeHeader* header = Add(frame, key, AttributeType::kDouble, 0)) header->float64 = value;
}

void AddString(Frame* frame, const char* key, const char* data, unsigned long size) noexcept {
  AttributeHeader* header = Add(frame, key, AttributeType::kString, size);
  if (header != nullptr && size != 0) std::memcpy(header + 1, data, size);
}

void AttributeFailed(Frame* frame, const char* /*key*/) {
  // A forced unwind (pthread_cancel) is no C++ exception and must go on.
  if (std::current_exception() == nullptr) throw;
  ++frame->failed_attributes;
}

}  // namespace spansmith::injected
