// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Bits of Frame::flags that only record knows, beside those of the contract (spansmith/injected.h, bits 0 to 2); the
// word goes into the record as it is. The high bits count what a Frame has no field for; a full count stays full.
#ifndef SPANSMITH_RECORD_GUARD_FLAGS_H_
#define SPANSMITH_RECORD_GUARD_FLAGS_H_

#include <spansmith/injected.h>

namespace spansmith::record {

constexpr unsigned kPopOnly = 1u << 3;        // recorded by the parent process, or at exit: End only pops
constexpr unsigned kRemoteParent = 1u << 4;   // the parent came as text, from elsewhere
constexpr unsigned kEventLost = 1u << 5;      // between BeginEvent and EndEvent of an event that did not fit
constexpr unsigned kRandomTraceId = 1u << 6;  // W3C's random flag
constexpr unsigned kUnixTimes = 1u << 7;      // start, end and event times are Unix nanoseconds, not ticks

constexpr unsigned kDebugTrace = 1u << 8;     // B3's debug flag
constexpr unsigned kBaggageAlone = kPopOnly;  // all that is set of an attached frame that was not pushed

constexpr unsigned kRemoteContext = 1u << 31;  // of an attached frame: it came from another process
constexpr unsigned kLinkContext = 1u << 30;    // of an attached frame: no parent, but to be linked to

// Of a record these bits say what follows its header: a frame has other meanings for them, which all records share.
constexpr unsigned kHasEntries = 1u << 0;
constexpr unsigned kHasDetails = 1u << 1;
constexpr unsigned kHasTraceState = 1u << 3;
constexpr unsigned kOfRecord = kHasEntries | kHasDetails | kHasTraceState;

constexpr unsigned kDroppedMost = 0x7ff;  // links
constexpr unsigned kDroppedLinksShift = 9;
constexpr unsigned kDroppedEventsMost = 0x7ff;
constexpr unsigned kDroppedEventsShift = 20;

// What Context::flags and Frame::flags say in other places.
constexpr unsigned TraceFlags(unsigned frame_flags) {
  return ((frame_flags & injected::Frame::kSampled) != 0 ? injected::Context::kSampled : 0u) |
         ((frame_flags & kRandomTraceId) != 0 ? injected::Context::kRandom : 0u) |
         ((frame_flags & kDebugTrace) != 0 ? injected::Context::kDebug : 0u) |
         ((frame_flags & kRemoteContext) != 0 ? injected::Context::kRemote : 0u);
}
constexpr unsigned FlagsOf(const injected::Context& context) {
  return ((context.flags & injected::Context::kSampled) != 0 ? injected::Frame::kSampled : 0u) |
         ((context.flags & injected::Context::kDebug) != 0 ? kDebugTrace : 0u) |
         ((context.flags & injected::Context::kRandom) != 0 ? kRandomTraceId : 0u);
}
// What all spans of a trace have.
constexpr unsigned kOfTrace = kRandomTraceId | kDebugTrace;
// Of a frame, for what is begun directly below it.
constexpr unsigned FlagsForChild(unsigned frame_flags) {
  return (frame_flags & kOfTrace) | (frame_flags & kRemoteContext) >> 27;  // kRemoteParent
}
static_assert(FlagsForChild(kRemoteContext) == kRemoteParent);

constexpr unsigned DroppedLinks(unsigned flags) { return flags >> kDroppedLinksShift & kDroppedMost; }
constexpr unsigned DroppedEvents(unsigned flags) { return flags >> kDroppedEventsShift & kDroppedEventsMost; }

constexpr unsigned CountedDropped(unsigned flags, unsigned shift) {
  const unsigned most = shift == kDroppedLinksShift ? kDroppedMost : kDroppedEventsMost;
  return (flags >> shift & most) == most ? flags : flags + (1u << shift);
}

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_GUARD_FLAGS_H_
