// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See b3.h.
#include "propagate/b3.h"

#include <algorithm>
#include <cstdint>

#include "propagate/hex.h"

namespace spansmith::propagate {
namespace {

using injected::Context;

// "lower-hex", of exactly so many digits.
bool ReadHex(std::string_view text, std::size_t digits, unsigned long long* value) {
  if (text.size() != digits) return false;
  *value = 0;
  for (const char c : text) {
    const bool number = c >= '0' && c <= '9';
    if (!number && (c < 'a' || c > 'f')) return false;
    *value = *value << 4 | static_cast<unsigned>(number ? c - '0' : c - 'a' + 10);
  }
  return true;
}

// "a 64 or 128-bit identifier"; not zero.
bool ReadTraceId(std::string_view text, Context* context) {
  if (text.size() == 32) {
    if (!ReadHex(text.substr(0, 16), 16, &context->trace_id_high)) return false;
    text.remove_prefix(16);
  }
  return ReadHex(text, 16, &context->trace_id_low) && (context->trace_id_high | context->trace_id_low) != 0;
}

bool IsSpanId(std::string_view text) {
  unsigned long long id;
  return ReadHex(text, 16, &id) && id != 0;
}

void Decide(bool sampled, bool debug, B3* b3) {
  b3->sampled = sampled;
  b3->context.flags = (sampled ? Context::kSampled : 0u) | (debug ? Context::kDebug : 0u);
}

// "Sampling State": accept, deny, debug.
bool ReadState(std::string_view text, B3* b3) {
  if (text != "1" && text != "0" && text != "d") return false;
  Decide(text != "0", text == "d", b3);
  return true;
}

}  // namespace

std::optional<B3> ParseB3(std::string_view header) {
  B3 b3;
  if (header.size() == 1) return ReadState(header, &b3) ? std::optional(b3) : std::nullopt;
  const std::size_t id_end = std::min(header.find('-'), header.size());
  if (!ReadTraceId(header.substr(0, id_end), &b3.context) || id_end == header.size()) return std::nullopt;
  header.remove_prefix(id_end + 1);
  if (!ReadHex(header.substr(0, 16), 16, &b3.context.span_id) || b3.context.span_id == 0) return std::nullopt;
  header.remove_prefix(16);
  if (header.empty()) return b3;  // no decision
  if (header.size() < 2 || header[0] != '-' || !ReadState(header.substr(1, 1), &b3)) return std::nullopt;
  header.remove_prefix(2);
  if (!header.empty() && (header[0] != '-' || !IsSpanId(header.substr(1)))) return std::nullopt;
  return b3;
}

std::optional<B3> ParseB3(const B3Headers& headers) {
  B3 b3;
  if (headers.flags == "1") {  // "Debug implies an accept decision, so don't also send the X-B3-Sampled header"
    Decide(true, true, &b3);
  } else if (headers.sampled == "1" || headers.sampled == "true") {  // the words: of tracers older than the text
    Decide(true, false, &b3);
  } else if (headers.sampled == "0" || headers.sampled == "false") {
    Decide(false, false, &b3);
  } else if (!headers.sampled.empty()) {
    return std::nullopt;
  }
  if (headers.trace_id.empty() && headers.span_id.empty()) {
    return headers.parent_span_id.empty() ? std::optional(b3) : std::nullopt;
  }
  if (!ReadTraceId(headers.trace_id, &b3.context)) return std::nullopt;
  if (!ReadHex(headers.span_id, 16, &b3.context.span_id) || b3.context.span_id == 0) return std::nullopt;
  if (!headers.parent_span_id.empty() && !IsSpanId(headers.parent_span_id)) return std::nullopt;
  return b3;
}

B3Text::B3Text(const Context& context) noexcept {
  WriteHex16(context.trace_id_high, text_);
  WriteHex16(context.trace_id_low, text_ + 16);
  WriteHex16(context.span_id, text_ + 33);
  text_[32] = text_[sizeof text_ - 2] = '-';
  text_[sizeof text_ - 1] = (context.flags & Context::kDebug) != 0     ? 'd'
                            : (context.flags & Context::kSampled) != 0 ? '1'
                                                                       : '0';
}

}  // namespace spansmith::propagate
