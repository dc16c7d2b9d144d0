// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One ended span, as exporters and tests see it: plain data, copyable, no thread-safety of its own. C++17, standard
// library only. Times are nanoseconds since the Unix epoch. The fields are those of OTLP's Span
// (opentelemetry/proto/trace/v1/trace.proto); strings are valid UTF-8.
#ifndef SPANSMITH_SPAN_DATA_H_
#define SPANSMITH_SPAN_DATA_H_

#include <spansmith/injected.h>

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace spansmith {

using injected::SpanKind;

// The low 64 bits of `value` as 16 lower-case hexadecimal digits.
inline std::string HexOf(std::uint64_t value) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text(16, '0');
  for (int i = 15; i >= 0; --i, value >>= 4) text[static_cast<std::size_t>(i)] = kDigits[value & 15];
  return text;
}

// 16 bytes, held as two big-endian numbers; all zero is not a valid trace id (W3C Trace Context).
struct TraceId {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  std::string Hex() const { return HexOf(high) + HexOf(low); }
  friend bool operator==(const TraceId& a, const TraceId& b) { return a.high == b.high && a.low == b.low; }
  friend bool operator!=(const TraceId& a, const TraceId& b) { return !(a == b); }
  friend bool operator<(const TraceId& a, const TraceId& b) {
    return a.high != b.high ? a.high < b.high : a.low < b.low;
  }
};

// 8 bytes, as a big-endian number; 0: none.
struct SpanId {
  std::uint64_t value = 0;

  std::string Hex() const { return HexOf(value); }
  explicit operator bool() const { return value != 0; }
  friend bool operator==(const SpanId& a, const SpanId& b) { return a.value == b.value; }
  friend bool operator!=(const SpanId& a, const SpanId& b) { return a.value != b.value; }
  friend bool operator<(const SpanId& a, const SpanId& b) { return a.value < b.value; }
};

// The last four are OTLP's arrays, each of one type.
using AttributeValue = std::variant<bool, std::int64_t, double, std::string, std::vector<bool>,
                                    std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>>;

struct Attribute {
  std::string key;
  AttributeValue value;
};
using Attributes = std::vector<Attribute>;

// The first attribute of that key, or null.
inline const AttributeValue* FindAttribute(const Attributes& attributes, const std::string& key) {
  for (const Attribute& attribute : attributes) {
    if (attribute.key == key) return &attribute.value;
  }
  return nullptr;
}

struct Event {
  std::string name;
  std::uint64_t time_unix_nano = 0;
  Attributes attributes;
  std::uint32_t dropped_attributes = 0;
};

// To a span of this or another trace.
struct Link {
  TraceId trace_id;
  SpanId span_id;
  std::uint32_t trace_flags = 0;  // W3C Trace Context's octet
  Attributes attributes;
  std::uint32_t dropped_attributes = 0;
  std::string trace_state = {};  // as its tracestate header
};

// OTLP's numbers.
enum class StatusCode : unsigned char { kUnset = 0, kOk = 1, kError = 2 };

struct Status {
  StatusCode code = StatusCode::kUnset;
  std::string description;  // only with kError
};

// The tracer: instrumentation scope.
struct Scope {
  std::string name;
  std::string version;

  friend bool operator==(const Scope& a, const Scope& b) { return a.name == b.name && a.version == b.version; }
};

struct SpanData {
  TraceId trace_id;
  SpanId span_id;
  SpanId parent_span_id;                                    // 0: a root
  std::uint32_t trace_flags = injected::Context::kSampled;  // W3C Trace Context's octet
  std::string trace_state;                                  // as its tracestate header
  bool parent_is_remote = false;                            // it came as text, from elsewhere
  std::string name;
  SpanKind kind = SpanKind::kInternal;
  std::uint64_t start_unix_nano = 0;
  std::uint64_t end_unix_nano = 0;  // never before the start
  Attributes attributes;            // no key twice
  std::uint32_t dropped_attributes = 0;
  std::vector<Event> events;
  std::uint32_t dropped_events = 0;
  std::vector<Link> links;
  std::uint32_t dropped_links = 0;
  Status status;
  Scope scope;
};

}  // namespace spansmith

#endif  // SPANSMITH_SPAN_DATA_H_
