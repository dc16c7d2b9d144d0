// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A part of spansmith/injected.h: what travels with a trace, from thread to thread and from process to process.
#ifndef SPANSMITH_INJECTED_CONTEXT_H_
#define SPANSMITH_INJECTED_CONTEXT_H_

#pragma GCC system_header  // a user's -Weverything is about the user's code

namespace spansmith {
namespace injected {

// Names and values that travel with a context (W3C Baggage): immutable, shared, counted. spansmith::Baggage
// (spansmith/baggage.h) makes and reads them.
struct BaggageBlock;
void RetainBaggage(BaggageBlock* block) noexcept;
void ReleaseBaggage(BaggageBlock* block) noexcept;

// A share in a block, or none: one load and a branch to copy or destroy where there is none.
class BaggageRef {
 public:
  constexpr BaggageRef() noexcept = default;
  explicit BaggageRef(BaggageBlock* block) noexcept : block_(block) {}  // takes over a share
  BaggageRef(const BaggageRef& other) noexcept : block_(other.block_) {
    if (block_ != nullptr) RetainBaggage(block_);
  }
  BaggageRef(BaggageRef&& other) noexcept : block_(other.block_) { other.block_ = nullptr; }
  BaggageRef& operator=(BaggageRef other) noexcept {
    BaggageBlock* const mine = block_;
    block_ = other.block_;
    other.block_ = mine;
    return *this;
  }
  ~BaggageRef() {
    if (block_ != nullptr) ReleaseBaggage(block_);
  }
  explicit operator bool() const noexcept { return block_ != nullptr; }
  BaggageBlock* get() const noexcept { return block_; }
  BaggageBlock* release() noexcept {  // the share is the caller's
    BaggageBlock* const mine = block_;
    block_ = nullptr;
    return mine;
  }

 private:
  BaggageBlock* block_ = nullptr;
};

// What identifies a span to others (W3C Trace Context, section 3.2.2), and the baggage beside it. A value; span_id 0:
// no span.
struct Context {
  static constexpr unsigned kSampled = 1;
  static constexpr unsigned kRandom = 2;     // the low 56 bits of the trace id are random (Level 2, 3.2.2.5.2)
  static constexpr unsigned kDebug = 0x200;  // B3's debug flag, which whoever sends B3 passes on; no bit of the octet

  unsigned long long trace_id_high = 0;
  unsigned long long trace_id_low = 0;
  unsigned long long span_id = 0;
  static constexpr unsigned kRemote = 0x100;  // it came from another process; no bit of the octet

  static constexpr unsigned kLinked = 0x400;  // what begins under it is no child but a root with a link; no bit either

  unsigned flags = 0;        // the trace-flags octet, kRemote, kDebug and kLinked
  unsigned trace_state = 0;  // the number of a tracestate that the runtime knows; 0: none
  BaggageRef baggage{};

  // Whether there is nothing to carry elsewhere.
  bool sm_Empty() const noexcept { return span_id == 0 && !baggage; }
};

// The innermost open span (or attached context) of this thread, and its baggage; span_id 0: no span.
Context CurrentContext() noexcept;
// W3C Trace Context, section 3.2: the 55 characters of version 00 and a NUL.
struct Traceparent {
  char text[56];
};
Traceparent FormatTraceparent(const Context& context) noexcept;
// span_id 0 if malformed (section 3.2.2: lengths, lower case, zero ids, version ff).
Context ParseTraceparent(const char* data, unsigned long size) noexcept;

}  // namespace injected
}  // namespace spansmith

#endif  // SPANSMITH_INJECTED_CONTEXT_H_
