// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which exception is passing through this thread now. C++ does not tell a destructor; so the throw hook (throw_hook.cc)
// notes object and type of every throw in a per-thread slot, indexed by std::uncaught_exceptions() at the throw. All
// functions are for the calling thread, take no lock and allocate nothing.
#ifndef SPANSMITH_ERRORS_IN_FLIGHT_H_
#define SPANSMITH_ERRORS_IN_FLIGHT_H_

#include <cstdint>
#include <typeinfo>

namespace spansmith::errors {

struct InFlight {
  void* object = nullptr;
  const std::type_info* type = nullptr;
  bool foreign = false;  // rethrown, and not C++: a forced unwind (pthread_cancel, pthread_exit) or another language
};

// The innermost exception in flight, where std::uncaught_exceptions() is `uncaught`. Null: unknown (the hook is off or
// not in effect, or more than 8 are in flight).
InFlight* FindInFlight(int uncaught) noexcept;

// The span that this exception object left first, within this trace and thread, if one is known; else the given span
// becomes it, and the answer is 0. A rethrow keeps the origin; in another thread it is a new one.
std::uint64_t ClaimOrigin(const InFlight& error, std::uint64_t trace_id_high, std::uint64_t trace_id_low,
                          std::uint64_t span_id) noexcept;

// what() if the exception is a std::exception, else null. Calls the user's code; lives as long as the exception.
const char* MessageOf(const InFlight& error) noexcept;

// Whether throws are noted: off until the runtime starts, then on unless SPANSMITH_THROW_HOOK=off.
void EnableThrowHook(bool enabled) noexcept;

}  // namespace spansmith::errors

#endif  // SPANSMITH_ERRORS_IN_FLIGHT_H_
