// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a span says about its error: of an exception (failure.h), and of a returned value (contract:
// spansmith/errors/failure.h).
//
// Which child a returned error comes from is not known as that of an exception is: the value is another one in each
// function. It is taken to be the last failed child's on this thread if it has the same type and says at least what
// that one said ("failed to get: connection refused").
#include "record/failure.h"

#include <spansmith/errors/failure.h>
#include <spansmith/exceptions.h>

#include <atomic>
#include <charconv>
#include <cstring>
#include <mutex>
#include <string_view>

#include "record/entries.h"
#include "record/record_format.h"
#include "record/thread_state.h"

namespace spansmith::record {
namespace {

// The last span of this thread that returned an error.
struct LastFailure {
  static constexpr std::size_t kMost = 120;  // bytes that are compared

  std::uint64_t trace_id_low;
  std::uint64_t parent_span_id;  // 0: none; the one that may hand its error on
  errors::Origin origin;
  std::uint32_t type_size;
  std::uint32_t message_size;
  char type[kMost];
  char message[kMost];
};

constinit thread_local LastFailure last_failure = {};

// Type and message of the frame's last failure, in its entries.
struct Said {
  std::string_view type;
  std::string_view message;
  bool is_answer = false;
};

Said WhatWasSaid(const injected::Frame& frame) noexcept {
  Said said;
  const char* at = reinterpret_cast<const char*>(thread_state.ring->scratch()) + frame.scratch_begin;
  const char* const end = at + frame.scratch_size;
  while (at < end) {
    EntryHeader header;
    std::memcpy(&header, at, sizeof header);
    const std::string_view bytes(at + sizeof header, header.size);
    if (header.type == EntryType::kFailure) {
      FailureBytes failure;
      std::memcpy(&failure, bytes.data(), sizeof failure);
      said = {};
      said.is_answer = failure.is_answer != 0;
    }
    if (header.type == EntryType::kFailureType) said.type = bytes;
    if (header.type == EntryType::kFailureMessage) said.message = bytes;
    at += AlignUp(static_cast<std::uint32_t>(sizeof header) + header.size);
  }
  return said;
}

std::string_view Head(std::string_view text) { return text.substr(0, LastFailure::kMost); }

void AddOrigin(injected::Frame* frame, const errors::Origin& origin) noexcept {
  const OriginBytes bytes{origin.span_id, static_cast<const injected::Site*>(origin.site)};
  AddEntry(frame, nullptr, EntryType::kOrigin, BytesOf(bytes));
}

std::string_view Bounded(const char* text, std::size_t most) { return {text, strnlen(text, most)}; }

struct KnownException {
  const std::type_info* type;
  exceptions_internal::Describe describe;
};
constexpr std::size_t kMostKnown = 64;

constinit KnownException known_exceptions[kMostKnown] = {};
constinit std::atomic<std::size_t> known_count{0};  // those before it do not change
constinit std::mutex known_mutex;

}  // namespace

bool DescribeKnown(injected::Frame* frame, const errors::InFlight& error) noexcept {
  for (std::size_t i = known_count.load(std::memory_order_acquire); i > 0; --i) {
    const KnownException& known = known_exceptions[i - 1];
    if (const void* object = errors::ObjectAs(*known.type, error)) {
      AddEntry(frame, nullptr, EntryType::kOfException, {});
      return known.describe(frame, object);
    }
  }
  return false;
}

void DescribeThrow(injected::Frame* frame, const errors::InFlight& error, const errors::Origin& origin) noexcept {
  if (origin.span_id != 0) {
    AddOrigin(frame, origin);
  } else if (const errors::ThrowStack& stack = errors::StackOf(error); stack.size != 0) {
    AddEntry(frame, nullptr, EntryType::kThrowStack,
             {reinterpret_cast<const char*>(stack.addresses),
              static_cast<std::size_t>(stack.size) * sizeof stack.addresses[0]});
  }
  errors::InFlight cause = errors::CauseOf(error);
  for (int i = 1; i < errors::kMostCauses && cause.type != nullptr; ++i) {
    const char* const message = errors::MessageOf(cause);
    AddEntry(frame, cause.type->name(), EntryType::kCause,
             Bounded(message == nullptr ? "" : message, kMaxErrorMessage));
    cause = errors::CauseOf(cause);
  }
}

}  // namespace spansmith::record

bool spansmith::exceptions_internal::Register(const std::type_info& type, Describe describe) noexcept {
  using namespace record;  // NOLINT
  const std::lock_guard lock(known_mutex);
  const std::size_t count = known_count.load(std::memory_order_relaxed);
  if (count == kMostKnown) return false;
  known_exceptions[count] = {&type, describe};
  known_count.store(count + 1, std::memory_order_release);
  return true;
}

namespace spansmith::injected {

using record::AddEntry;
using record::EntryType;

void BeginFailure(Frame* frame, ErrorKind kind, bool is_answer) noexcept {
  const record::FailureBytes bytes{frame->error_text, static_cast<std::uint32_t>(kind), is_answer ? 1u : 0u};
  AddEntry(frame, nullptr, EntryType::kFailure, record::BytesOf(bytes));
}

void FailureType(Frame* frame, const char* data, unsigned long size) noexcept {
  AddEntry(frame, nullptr, EntryType::kFailureType, std::string_view(data, size).substr(0, record::kMaxErrorType));
}

void FailureNumber(Frame* frame, const char* name, unsigned long size, bool colon, long long number) noexcept {
  char digits[32];
  char* at = digits;
  if (size != 0) *at++ = colon ? ':' : '(';
  at = std::to_chars(at, digits + sizeof digits - 1, number).ptr;
  if (size != 0 && !colon) *at++ = ')';
  AddEntry(frame, nullptr, EntryType::kFailureType, std::string_view(name, size).substr(0, record::kMaxErrorType),
           {digits, static_cast<std::size_t>(at - digits)});
}

void FailureMessage(Frame* frame, const char* data, unsigned long size) noexcept {
  AddEntry(frame, nullptr, EntryType::kFailureMessage,
           std::string_view(data, size).substr(0, record::kMaxErrorMessage));
}

void EndFailure(Frame* frame) noexcept {
  if (record::thread_state.top != frame || (frame->flags & Frame::kRecording) == 0) return;
  const record::Said said = record::WhatWasSaid(*frame);
  if (said.is_answer) return;
  const std::string_view type = record::Head(said.type);
  const std::string_view message = record::Head(said.message);
  record::LastFailure& last = record::last_failure;
  spansmith::errors::Origin origin{frame->span_id, frame->site};
  const bool handed_on = last.parent_span_id == frame->span_id && last.trace_id_low == frame->trace_id_low &&
                         type == std::string_view(last.type, last.type_size) &&
                         said.message.find(std::string_view(last.message, last.message_size)) != std::string_view::npos;
  if (handed_on) {
    origin = last.origin;
    record::AddOrigin(frame, origin);
  }
  last.trace_id_low = frame->trace_id_low;
  last.parent_span_id = frame->parent_span_id;
  last.origin = origin;
  last.type_size = static_cast<std::uint32_t>(type.size());
  last.message_size = static_cast<std::uint32_t>(message.size());
  std::memcpy(last.type, type.data(), type.size());
  std::memcpy(last.message, message.data(), message.size());
}

}  // namespace spansmith::injected
