// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The bytes of one ended span in a ring, and of what was added to it: attributes, links, events, a name. Written by the
// thread that ran the span, read by the drain thread, in one process: native byte order, pointers to static storage are
// kept as pointers. Everything is aligned to 8 bytes. A span to which nothing was added is one cache line.
//
//   RecordHeader | if kHasTraceState: 8 bytes | if kHasEntries: EntriesHeader, entries | if kHasDetails: Details,
//   mangled type, message, padding
//
// The 8 bytes are the number of a tracestate (propagate/trace_states.h). record/span_view.h reads all of it.
#ifndef SPANSMITH_RECORD_RECORD_FORMAT_H_
#define SPANSMITH_RECORD_RECORD_FORMAT_H_

#include <spansmith/injected.h>

#include <cstdint>

namespace spansmith::record {

constexpr std::uint32_t kMaxErrorType = 1024;     // bytes; longer ones are cut
constexpr std::uint32_t kMaxErrorMessage = 4096;  // bytes; longer ones are cut

constexpr std::uint32_t AlignUp(std::uint32_t size) { return (size + 7u) & ~7u; }

enum class Ending : std::uint32_t {
  kReturned,
  kThrew,         // an exception left the function; this span saw it first
  kThrewOutside,  // it passed through, from span `origin_span_id`
  kUnfinished,    // it was open when the runtime shut down
};

struct RecordHeader {
  const injected::Site* site;
  std::uint32_t size;   // of the whole record; multiple of 8
  std::uint32_t flags;  // Frame::flags, with the bits and counts of record/guard_flags.h
  std::uint64_t trace_id_high;
  std::uint64_t trace_id_low;
  std::uint64_t span_id;
  std::uint64_t parent_span_id;
  std::uint64_t start;  // ticks; once drained, Unix nanoseconds
  std::uint64_t end;
};
static_assert(sizeof(RecordHeader) == 64);

struct EntriesHeader {
  std::uint32_t bytes;
  std::uint32_t count;
};

// Of a span that ended in an error, lost an attribute, or did not end by itself.
struct Details {
  const char* error_text;  // of the frame; null: the site's
  std::uint64_t origin_span_id;
  Ending ending;
  std::uint32_t dropped_attributes;
  std::uint32_t failed_attributes;
  std::uint32_t error_type_size;     // 0: unknown
  std::uint32_t error_message_size;  // meaningful if has_error_message
  std::uint32_t has_error_message;   // 1: a std::exception's what()
};

enum class EntryType : std::uint32_t {
  // An attribute: of the event or link that is open, else of the span.
  kBool,
  kInt64,
  kDouble,
  kString,
  // The same for arrays, one element behind the other: a byte each; 8 bytes each; 4 bytes of size and the text.
  kBools,
  kInt64s,
  kDoubles,
  kStrings,
  kName,        // the span's, instead of the site's; the last one counts
  kLink,        // the bytes are a LinkBytes
  kEventBegin,  // `key` is its name; the bytes are an EventBeginBytes
  kEventEnd,    // missing where a forced unwind left the event's attributes: then the record's end; the bytes are the
                // span's dropped attributes, those of the event among them, 64 bits
  kLinkBegin,   // as kLink; attributes until kLinkEnd are the link's
  kLinkEnd,
  kStatus,  // the bytes are OTLP's code, 64 bits, and the description; goes before what an exception says
  kFailed,  // SPANSMITH_ERROR_WHEN held: `key` is its condition; the bytes are a `const char*`: the frame's error text,
            // null: the site's
  // What a returned value, or the exception that left, says about an error.
  kOfException,     // no bytes: the kFailure behind it is about the exception that left
  kFailure,         // a returned value is one; the bytes are FailureBytes
  kFailureType,     // error.type of the last kFailure
  kFailureMessage,  // and what it says in words
  kOrigin,          // the bytes are OriginBytes; the last one counts
  kCause,       // the exception was made of this one: `key` is its mangled type, the bytes its message; outermost first
  kThrowStack,  // return addresses, innermost first
};

// Followed by `size` bytes, padded to 8: of kBool, kInt64 and kDouble eight; of kString and kName the text.
struct EntryHeader {
  const char* key;
  EntryType type;
  std::uint32_t size;
};

struct EventBeginBytes {
  std::uint64_t ticks;               // once drained, Unix nanoseconds
  std::uint64_t dropped_attributes;  // the span's, until then
};

struct FailureBytes {
  const char* error_text;   // of the frame; null: the site's
  std::uint32_t kind;       // an ErrorKind
  std::uint32_t is_answer;  // 1: no error
};

// The span that the error left first.
struct OriginBytes {
  std::uint64_t span_id;
  const injected::Site* site;
};

struct LinkBytes {
  std::uint64_t trace_id_high;
  std::uint64_t trace_id_low;
  std::uint64_t span_id;
  std::uint32_t flags;  // the trace-flags octet
  std::uint32_t trace_state;
};

// Of the scratch space: kept free for the kEventEnd of the innermost span, so that an event that began can end.
constexpr std::uint32_t kScratchReserve = sizeof(EntryHeader) + sizeof(std::uint64_t);

static_assert(sizeof(Details) % 8 == 0 && sizeof(EntryHeader) % 8 == 0 && sizeof(LinkBytes) % 8 == 0);
static_assert(sizeof(FailureBytes) % 8 == 0 && sizeof(OriginBytes) % 8 == 0);

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_RECORD_FORMAT_H_
