// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What both encodings of OTLP, protobuf and JSON, make of a span (opentelemetry/proto/trace/v1/trace.proto). Pure.
#ifndef SPANSMITH_EXPORT_OTLP_FIELDS_H_
#define SPANSMITH_EXPORT_OTLP_FIELDS_H_

#include <spansmith/span_data.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace spansmith::exporter {

// SpanFlags: bits 0-7 are W3C's trace flags; bit 8 says that bit 9 is known, and bit 9 that the context came from
// elsewhere. Of a span, that is its parent's; of a link, the linked one's, which always came as text.
constexpr std::uint32_t kHasIsRemote = 0x100;
constexpr std::uint32_t kIsRemote = 0x200;

inline std::uint32_t OtlpFlags(const SpanData& span) {
  return (span.trace_flags & 0xff) | kHasIsRemote | (span.parent_is_remote ? kIsRemote : 0);
}
inline std::uint32_t OtlpFlags(const Link& link) { return (link.trace_flags & 0xff) | kHasIsRemote | kIsRemote; }

// In the order in which they first appear.
inline std::vector<Scope> ScopesOf(std::span<const SpanData> spans) {
  std::vector<Scope> scopes;
  for (const SpanData& span : spans) {
    if (std::find(scopes.begin(), scopes.end(), span.scope) == scopes.end()) scopes.push_back(span.scope);
  }
  return scopes;
}

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_OTLP_FIELDS_H_
