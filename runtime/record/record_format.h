// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The bytes of one ended span in a ring, and of what was added to it: attributes, links, events, a name. Written by the
// thread that ran the span, read by the drain thread, in one process: native byte order, pointers to static storage are
// kept as pointers. Everything is aligned to 8 bytes.
//
//   RecordHeader | entries | mangled type name of the error | message of the error | padding
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
};

struct RecordHeader {
  const injected::Site* site;  // never null: a null word in a ring is padding up to its end
  std::uint32_t size;          // of the whole record; multiple of 8
  Ending ending;
  std::uint64_t trace_id_high;
  std::uint64_t trace_id_low;
  std::uint64_t span_id;
  std::uint64_t parent_span_id;
  std::uint64_t start;  // ticks; Unix nanoseconds if frame_flags has kUnixTimes, and so all other times
  std::uint64_t end;
  const char* error_text;  // of the frame; null: the site's
  std::uint64_t origin_span_id;
  std::uint32_t entry_bytes;
  std::uint32_t entry_count;
  std::uint32_t dropped_attributes;
  std::uint32_t failed_attributes;
  std::uint32_t error_type_size;     // 0: unknown
  std::uint32_t error_message_size;  // meaningful if has_error_message
  std::uint32_t has_error_message;   // 1: a std::exception's what()
  std::uint32_t frame_flags;         // Frame::flags, with the counts of record/guard_flags.h
  std::uint32_t trace_state;         // the number of a tracestate (propagate/trace_states.h)
};

enum class EntryType : std::uint32_t {
  // An attribute: of the event or link that is open, else of the span.
  kBool,
  kInt64,
  kDouble,
  kString,
  kName,        // the span's, instead of the site's; the last one counts
  kLink,        // the bytes are a LinkBytes
  kEventBegin,  // `key` is its name, `ticks` its time; the bytes are the span's dropped attributes until then, 64 bits
  kEventEnd,    // missing where a forced unwind left the event's attributes: then the record's end
  kLinkBegin,   // as kLink; attributes until kLinkEnd are the link's
  kLinkEnd,
  kStatus,  // int64 is OTLP's code, the bytes are the description; goes before what an exception says
};

// Followed by `size` bytes, padded to 8.
struct EntryHeader {
  const char* key;
  EntryType type;
  std::uint32_t size;
  union {
    std::int64_t int64;  // also bool
    double float64;
    std::uint64_t ticks;
    std::uint64_t dropped_so_far;  // kEventEnd: the span's dropped attributes, those of the event among them
  };
};

struct LinkBytes {
  std::uint64_t trace_id_high;
  std::uint64_t trace_id_low;
  std::uint64_t span_id;
  std::uint32_t flags;  // the trace-flags octet
  std::uint32_t trace_state;
};

static_assert(sizeof(RecordHeader) % 8 == 0 && sizeof(EntryHeader) % 8 == 0 && sizeof(LinkBytes) % 8 == 0);

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_RECORD_FORMAT_H_
