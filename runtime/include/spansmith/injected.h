// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The bridge: everything that rewritten code may call, and nothing else. Nobody includes this by hand; the generator
// puts `#include <spansmith/injected.h>` in front of a rewritten source, before any user text. So it must not change
// what that text means: it includes nothing but its own parts (no feature-test macro is read too early), defines two
// macros, and names nothing outside ::spansmith. C++11; g++ and clang++; works under -fno-exceptions and -fno-rtti.
//
// It is a contract between the generator and libspansmith, versioned: see SPANSMITH_INJECTED_CONTRACT. A change of
// anything that rewritten text spells, or of the layout of Site or Frame, is a new version.
//
// Cost: a guard whose site is off is a load and a branch. A recording one calls Begin and End (runtime/record), which
// take no lock and allocate nothing. Nothing here throws, but for a forced unwind (pthread_cancel) inside an attribute
// expression, which goes on.
#ifndef SPANSMITH_INJECTED_H_
#define SPANSMITH_INJECTED_H_

#pragma GCC system_header  // a user's -Weverything is about the user's code

#if __cplusplus < 201103L
#error "code that Spansmith instruments needs C++11 or later: compile it with -std=c++11"
#endif

// The generator writes `#if SPANSMITH_INJECTED_CONTRACT != <its own>` / `#error` after the include.
#define SPANSMITH_INJECTED_CONTRACT 6

// Stands in front of the `}` that no path leads to. With an object to destroy there g++ does not see that, at -O0, and
// says -Wreturn-type; clang++ sees it, and would say that what stands there is never executed.
#ifdef __clang__
#define SPANSMITH_NOT_REACHED
#else
#define SPANSMITH_NOT_REACHED __builtin_unreachable();
#endif

#include <spansmith/injected/carry.h>
#include <spansmith/injected/guard.h>

namespace spansmith {
namespace injected {

// The names that rewritten text spells: a macro of the program that is called Site or Guard does not meet them.
using sm_Site = Site;
using sm_Guard = Guard;
using sm_Parent = Parent;
using sm_Injector = Injector;
using sm_SpanKind = SpanKind;
template <typename F>
[[gnu::always_inline, gnu::artificial]] inline void sm_Carry(F& callable) {
  Carry(callable);
}
template <typename F>
[[gnu::always_inline, gnu::artificial]] inline void sm_CarryLinked(F& callable) {
  Carry(callable, LinkTo(CurrentContext()));
}

// A local that is returned as an object of one of its bases: moved from where the plain `return` moves from it. Before
// C++20 that is for the constructor's parameter to say ([class.copy.elision]/3), which clang++ does not ask.
#if __cplusplus >= 202002L || defined(__clang__)
template <typename T>
[[gnu::always_inline, gnu::artificial]] constexpr T&& sm_IntoBase(T& local) noexcept {
  return static_cast<T&&>(local);
}
#else
template <typename T>
[[gnu::always_inline, gnu::artificial]] constexpr T& sm_IntoBase(T& local) noexcept {
  return local;
}
#endif

// What the build said about the program (spansmith_instrument_target); the environment wins over all of it. Null or
// "": not said. Registered before main by a source that the CMake function generates; the last one registered wins.
struct Defaults {
  const char* service_name;
  const char* service_version;
  const char* endpoint;             // OTLP endpoint, as OTEL_EXPORTER_OTLP_ENDPOINT
  const char* endpoint_in_cluster;  // the same, where KUBERNETES_SERVICE_HOST is set; goes before `endpoint`
};
void RegisterDefaults(const Defaults& defaults) noexcept;  // copies the pointers; static storage

}  // namespace injected
}  // namespace spansmith

#undef SPANSMITH_CONSTANT

#endif  // SPANSMITH_INJECTED_H_