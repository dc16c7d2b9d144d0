// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The traceparent of W3C Trace Context, Recommendation of 23 November 2021, with the random flag of Level 2 (contract:
// spansmith/injected.h). Section numbers are those documents'.
#include <spansmith/injected.h>

#include <cstdint>

#include "propagate/hex.h"

namespace spansmith::injected {
namespace {

// 3.2.2.2: version 00 is 2HEXDIGLC "-" 32HEXDIGLC "-" 16HEXDIGLC "-" 2HEXDIGLC.
constexpr unsigned long kSize = 55;
constexpr unsigned kTraceId = 3;
constexpr unsigned kParentId = 36;
constexpr unsigned kFlags = 53;

// Reads `digits` of them. 3.2.2: HEXDIGLC, so no upper case.
bool ReadHex(const char* text, unsigned digits, unsigned long long* value) noexcept {
  unsigned long long number = 0;
  for (unsigned i = 0; i < digits; ++i) {
    const char c = text[i];
    unsigned digit;
    if (c >= '0' && c <= '9') {
      digit = static_cast<unsigned>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<unsigned>(c - 'a' + 10);
    } else {
      return false;
    }
    number = number << 4 | digit;
  }
  *value = number;
  return true;
}

}  // namespace

Traceparent FormatTraceparent(const Context& context) noexcept {
  Traceparent result;
  char* const text = result.text;
  text[0] = text[1] = text[kFlags] = '0';
  text[2] = text[kTraceId + 32] = text[kFlags - 1] = '-';
  propagate::WriteHex16(context.trace_id_high, text + kTraceId);
  propagate::WriteHex16(context.trace_id_low, text + kTraceId + 16);
  propagate::WriteHex16(context.span_id, text + kParentId);
  // 3.2.2.5.3: other flags than these two are zero.
  text[kFlags + 1] = static_cast<char>('0' + (context.flags & (Context::kSampled | Context::kRandom)));
  text[kSize] = '\0';
  return result;
}

Context ParseTraceparent(const char* data, unsigned long size) noexcept {
  if (size < kSize) return {};  // 3.2.4: shorter than 55 characters is no traceparent of any version
  unsigned long long version;
  unsigned long long flags;
  Context context;
  if (!ReadHex(data, 2, &version) || version == 0xff) return {};  // 3.2.2.1: ff is forbidden
  if (data[2] != '-' || data[kParentId - 1] != '-' || data[kFlags - 1] != '-') return {};
  // 3.2.2.2: version 00 has exactly this length. 3.2.4: a higher one may go on, after a dash.
  if (size > kSize && (version == 0 || data[kSize] != '-')) return {};
  if (!ReadHex(data + kTraceId, 16, &context.trace_id_high) ||
      !ReadHex(data + kTraceId + 16, 16, &context.trace_id_low))
    return {};
  if ((context.trace_id_high | context.trace_id_low) == 0) return {};  // 3.2.2.3: all zero is invalid
  if (!ReadHex(data + kFlags, 2, &flags)) return {};
  // 3.2.2.4: all zero is invalid, which is what a span_id of 0 says anyway.
  if (!ReadHex(data + kParentId, 16, &context.span_id)) return {};
  if (context.span_id == 0) return {};
  // 3.2.4: of a higher version only the sampled flag is understood.
  context.flags = static_cast<unsigned>(version == 0 ? flags : flags & Context::kSampled);
  return context;
}

}  // namespace spansmith::injected
