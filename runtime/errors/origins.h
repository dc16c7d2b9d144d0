// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which span an error left first. An exception is known by its object: one that is rethrown, or carried to another
// thread (std::exception_ptr, std::future), is the same error. Any thread; no allocation; nothing waits: where another
// thread holds an entry for longer than a moment the answer is that nothing is known.
#ifndef SPANSMITH_ERRORS_ORIGINS_H_
#define SPANSMITH_ERRORS_ORIGINS_H_

#include <cstdint>

#include "errors/in_flight.h"

namespace spansmith::errors {

struct Origin {
  std::uint64_t span_id = 0;   // 0: none
  const void* site = nullptr;  // of that span
};

struct SpanKey {
  std::uint64_t trace_id_high = 0;
  std::uint64_t trace_id_low = 0;
  std::uint64_t span_id = 0;
  const void* site = nullptr;
};

// The span of this trace that the exception, or one that it was made of, left first; else the given span becomes it,
// and the answer is none.
Origin ClaimOrigin(const InFlight& error, const SpanKey& span) noexcept;

// A new exception stands at the place of an old one.
void ForgetOrigin(const void* object) noexcept;

}  // namespace spansmith::errors

#endif  // SPANSMITH_ERRORS_ORIGINS_H_
