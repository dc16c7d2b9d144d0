// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The ids of the span that is open on this thread, as text, for log records (OpenTelemetry, compatibility/
// logging_trace_context.md). Costs no lock and no allocation. C++17, standard library not needed.
#ifndef SPANSMITH_TRACE_IDS_H_
#define SPANSMITH_TRACE_IDS_H_

#include <spansmith/injected.h>

namespace spansmith {

// Lower-case hexadecimal, NUL-terminated; all "" where no span is open.
struct TraceIds {
  char trace_id[33] = "";
  char span_id[17] = "";
  char trace_flags[3] = "";  // "01": sampled, "00": not; "03", "02": and the trace id is random

  explicit operator bool() const noexcept { return span_id[0] != '\0'; }
};

inline TraceIds CurrentTraceIds() noexcept {
  TraceIds ids;
  const injected::Context context = injected::CurrentContext();
  if (context.span_id == 0) return ids;
  const injected::Traceparent traceparent = injected::FormatTraceparent(context);  // 00-<32>-<16>-<2>
  const char* const text = traceparent.text;
  for (int i = 0; i < 32; ++i) ids.trace_id[i] = text[3 + i];
  for (int i = 0; i < 16; ++i) ids.span_id[i] = text[36 + i];
  for (int i = 0; i < 2; ++i) ids.trace_flags[i] = text[53 + i];
  return ids;
}

}  // namespace spansmith

#endif  // SPANSMITH_TRACE_IDS_H_
