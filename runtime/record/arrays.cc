// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Attributes that are arrays (contract: spansmith/injected/frame.h). The entry is at the end of the thread's scratch
// space from its beginning, so that spans within the program's iterators write behind it; it is the frame's once done.
#include <spansmith/injected.h>

#include <charconv>
#include <cstdint>
#include <cstring>

#include "record/guard_flags.h"
#include "record/record_format.h"
#include "record/thread_state.h"

namespace spansmith::injected {
namespace {

using record::AlignUp;
using record::EntryHeader;
using record::EntryType;

constexpr unsigned kHeader = sizeof(EntryHeader);
constexpr unsigned kMost = record::Ring::kScratch - record::kScratchReserve;

static_assert(static_cast<unsigned>(ArrayOf::kString) + static_cast<unsigned>(EntryType::kBools) ==
              static_cast<unsigned>(EntryType::kStrings));

}  // namespace

ArrayAttribute::ArrayAttribute(Frame* frame, const char* key, ArrayOf type) noexcept : frame_(nullptr) {
  if ((frame->flags & (Frame::kRecording | record::kEventLost)) != Frame::kRecording) return;
  record::ThreadState& thread = record::thread_state;
  if (thread.top != frame || thread.scratch_used + kHeader > kMost) {
    ++frame->dropped_attributes;
    return;
  }
  frame_ = frame;
  begin_ = thread.scratch_used - frame->scratch_begin;
  const record::Busy busy(thread);
  auto* const header = reinterpret_cast<EntryHeader*>(thread.ring->scratch() + thread.scratch_used);
  header->key = key;
  header->type = static_cast<EntryType>(static_cast<unsigned>(EntryType::kBools) + static_cast<unsigned>(type));
  thread.scratch_used += kHeader;
}

// Room for `size` bytes more; null: there is none, and the array is given up.
void* ArrayAttribute::Place(unsigned long size) noexcept {
  if (frame_ == nullptr) return nullptr;
  record::ThreadState& thread = record::thread_state;
  const unsigned long begin = frame_->scratch_begin + begin_;
  const unsigned long end = begin + kHeader + size_ + size;
  if (thread.top != frame_ || size > kMost || end > kMost) {
    ++frame_->dropped_attributes;
    Undo();
    return nullptr;
  }
  const record::Busy busy(thread);
  std::byte* const at = thread.ring->scratch() + begin + kHeader + size_;
  size_ += static_cast<unsigned>(size);
  thread.scratch_used = AlignUp(static_cast<std::uint32_t>(end));
  return at;
}

void ArrayAttribute::AddBool(bool value) noexcept {
  if (void* at = Place(sizeof value)) std::memcpy(at, &value, sizeof value);
}

void ArrayAttribute::AddInt64(long long value) noexcept {
  if (void* at = Place(sizeof value)) std::memcpy(at, &value, sizeof value);
}

void ArrayAttribute::AddUint64(unsigned long long value, bool as_text) noexcept {
  if (!as_text) return AddInt64(static_cast<long long>(value));
  char text[24];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value);
  static_cast<void>(error);  // 20 digits always fit
  AddString(text, static_cast<unsigned long>(end - text));
}

void ArrayAttribute::AddDouble(double value) noexcept {
  if (void* at = Place(sizeof value)) std::memcpy(at, &value, sizeof value);
}

void ArrayAttribute::AddString(const char* data, unsigned long size) noexcept {
  const auto short_size = static_cast<std::uint32_t>(size);
  void* const at = size > kMost ? Place(size) : Place(sizeof short_size + size);
  if (at == nullptr) return;
  std::memcpy(at, &short_size, sizeof short_size);
  if (size != 0) std::memcpy(static_cast<std::byte*>(at) + sizeof short_size, data, size);
}

void ArrayAttribute::Done() noexcept {
  if (frame_ == nullptr) return;
  record::ThreadState& thread = record::thread_state;
  const record::Busy busy(thread);
  const std::uint32_t begin = frame_->scratch_begin + begin_;
  reinterpret_cast<EntryHeader*>(thread.ring->scratch() + begin)->size = size_;
  frame_->scratch_size += AlignUp(kHeader + size_);
  ++frame_->attribute_count;
  frame_ = nullptr;
}

void ArrayAttribute::Undo() noexcept {
  if (frame_ == nullptr) return;
  record::thread_state.scratch_used = frame_->scratch_begin + begin_;
  frame_ = nullptr;
}

}  // namespace spansmith::injected
