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

// Where it was thrown, innermost first: return addresses. Empty unless EnableStackTraces was called.
struct ThrowStack {
  static constexpr int kMost = 32;

  void* addresses[kMost];
  int size = 0;
};

struct InFlight {
  void* object = nullptr;
  const std::type_info* type = nullptr;
  bool foreign = false;  // rethrown, and not C++: a forced unwind (pthread_cancel, pthread_exit) or another language
  std::uint64_t at = 0;  // when it was thrown, in the record clock's ticks
};

// The innermost exception in flight, where std::uncaught_exceptions() is `uncaught`, and which was thrown no earlier
// than `since`: what was noted before is over, and its object gone, so that this one was thrown past the hook. Null:
// unknown (that, or the hook is off or not in effect, or more than 8 are in flight).
InFlight* FindInFlight(int uncaught, std::uint64_t since) noexcept;

// Of an exception that FindInFlight gave.
const ThrowStack& StackOf(const InFlight& error) noexcept;

// The part of the object that a handler of `base`, a class, would get; null: it would get none.
void* ObjectAs(const std::type_info& base, const InFlight& error) noexcept;

// what() if the exception is a std::exception, else null. Calls the user's code; lives as long as the exception.
const char* MessageOf(const InFlight& error) noexcept;

constexpr int kMostCauses = 8;  // that anyone looks at
// What it was made of (std::throw_with_nested); type null: nothing. Lives as long as the exception.
InFlight CauseOf(const InFlight& error) noexcept;

// Whether throws are noted: off until the runtime starts, then on unless SPANSMITH_THROW_HOOK=off.
void EnableThrowHook(bool enabled) noexcept;

// Whether a throw also notes where it happens. Costs some microseconds a throw, and memory where none had been thrown.
void EnableStackTraces(bool enabled) noexcept;

}  // namespace spansmith::errors

#endif  // SPANSMITH_ERRORS_IN_FLIGHT_H_
