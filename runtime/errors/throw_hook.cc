// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The throw hook: our own __cxa_throw, __cxa_rethrow (Itanium C++ ABI, 2.4 and 2.5) and std::rethrow_exception, which
// note the exception and go on to the real ones, found by dlsym(RTLD_NEXT). They are defined in the same object as
// FindInFlight, which record calls, so every program that links the runtime has them; throws inside libstdc++.so come
// here too.
//
// They are weak. Against libstdc++.so that makes no difference: the executable is searched first. Where libstdc++ is
// linked statically its own definitions then win instead of clashing, and errors are of type _OTHER; an executable that
// links with -Wl,--wrap=__cxa_throw,--wrap=__cxa_rethrow gets the __wrap_ forms at the end; with
// --wrap=_ZSt17rethrow_exceptionNSt15__exception_ptr13exception_ptrE as well, that of std::rethrow_exception. A runtime
// inside a plugin, behind libstdc++.so in the search order, has no hook either; nor has a plugin with a libstdc++ of
// its own.
//
// A throw may go past all that: a plugin opened with RTLD_DEEPBIND calls libstdc++.so's. The exception is then another
// one than was noted last, whose object may be gone. So the unwinder's entry, which libstdc++.so calls for each, a
// rethrown one too, is hooked as well: what nobody has announced just before is not known.
#include <dlfcn.h>
#include <execinfo.h>
#include <unwind.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>

#include "errors/in_flight.h"
#include "errors/origins.h"
#include "record/clock.h"

extern "C" {
using Destructor = void (*)(void*);
[[noreturn, gnu::weak]] void __real___cxa_throw(void* object, std::type_info* type, Destructor destructor);
[[noreturn, gnu::weak]] void __real___cxa_rethrow();
[[noreturn, gnu::weak]] void __cxa_throw(void* object, std::type_info* type, Destructor destructor);
[[noreturn, gnu::weak]] void __cxa_rethrow();
[[noreturn]] void __wrap___cxa_throw(void* object, std::type_info* type, Destructor destructor);
[[noreturn]] void __wrap___cxa_rethrow();
// std::rethrow_exception, as the linker knows it. A class with a destructor is passed by its address.
[[noreturn, gnu::weak]] void __real__ZSt17rethrow_exceptionNSt15__exception_ptr13exception_ptrE(std::exception_ptr*);
[[noreturn]] void __wrap__ZSt17rethrow_exceptionNSt15__exception_ptr13exception_ptrE(std::exception_ptr* error);
#if !defined(__ARM_EABI_UNWINDER__)
[[gnu::weak]] _Unwind_Reason_Code _Unwind_RaiseException(_Unwind_Exception* error);
#endif
}

namespace spansmith::errors {
namespace {

constexpr int kSlots = 8;
struct ThreadErrors {
  InFlight slots[kSlots];
  bool noted[kSlots] = {};
  bool announced = false;  // the one that the unwinder gets next is noted
};

constinit thread_local ThreadErrors thread_errors;
constinit std::atomic<bool> hook_enabled{false};
constinit std::atomic<bool> stacks_enabled{false};
// Apart from the slots: touched only where stacks are asked for.
constinit thread_local ThrowStack thread_stacks[kSlots] = {};
constinit thread_local const void* stacks_of[kSlots] = {};
constexpr ThrowStack kNoStack = {};

// A rethrown exception keeps the stack of its throw, if that was here.
void NoteStack(int depth, const void* object, bool rethrown) noexcept {
  if (rethrown) {
    for (int i = 0; i < kSlots; ++i) {
      if (stacks_of[i] != object || object == nullptr) continue;
      if (i != depth) thread_stacks[depth] = thread_stacks[i];
      stacks_of[depth] = object;
      return;
    }
  }
  for (const void*& known : stacks_of) {
    if (known == object) known = nullptr;
  }
  thread_stacks[depth].size = backtrace(thread_stacks[depth].addresses, ThrowStack::kMost);
  stacks_of[depth] = object;
}

void Note(const InFlight& error, bool rethrown) noexcept {
  const int depth = std::uncaught_exceptions();
  if (depth >= kSlots) return;
  thread_errors.slots[depth] = error;
  thread_errors.slots[depth].at = record::Now();
  thread_errors.noted[depth] = true;
  thread_errors.announced = true;
  if (stacks_enabled.load(std::memory_order_relaxed)) NoteStack(depth, error.object, rethrown);
}

void NoteThrow(void* object, const std::type_info* type) noexcept {
  if (!hook_enabled.load(std::memory_order_relaxed)) return;
  ForgetOrigin(object);
  Note({object, type, false}, false);
}

// libstdc++: an exception_ptr is the object's address.
InFlight InFlightOf(const std::exception_ptr& error) noexcept {
  void* object;
  std::memcpy(&object, &error, sizeof object);
  static_assert(sizeof object == sizeof error);
  return {object, error.__cxa_exception_type(), false};
}

void NoteRethrow(const std::exception_ptr& error) noexcept {
  if (!hook_enabled.load(std::memory_order_relaxed)) return;
  Note(error == nullptr ? InFlight{nullptr, nullptr, true} : InFlightOf(error), true);
}

#if !defined(__ARM_EABI_UNWINDER__)
// The unwinder has got an exception, which std::uncaught_exceptions() counts already if it is C++'s.
void NoteRaised(const _Unwind_Exception& error) noexcept {
  if (!hook_enabled.load(std::memory_order_relaxed)) return;
  const bool announced = thread_errors.announced;
  thread_errors.announced = false;
  const bool is_cpp = (error.exception_class & 0xffffff00u) == 0x432b2b00u;  // "C++\0", of whichever vendor
  const int depth = std::uncaught_exceptions() - 1;
  if (is_cpp && !announced && depth >= 0 && depth < kSlots) thread_errors.noted[depth] = false;
}
#endif

// The next definition of `name` behind ours, or what --wrap calls the real one.
template <typename Function>
Function Real(std::atomic<Function>& cache, const char* name, Function wrapped) noexcept {
  Function real = cache.load(std::memory_order_relaxed);
  if (real != nullptr) return real;
  real = wrapped != nullptr ? wrapped : reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
  if (real == nullptr) {
    std::fprintf(stderr,
                 "spansmith: no %s behind the throw hook, so an exception cannot be thrown; link libstdc++ as a "
                 "shared library, or with -Wl,--wrap=__cxa_throw,--wrap=__cxa_rethrow\n",
                 name);
    std::abort();
  }
  cache.store(real, std::memory_order_relaxed);
  return real;
}

// It lives in the same object of libstdc++.a as the real __cxa_throw: so that object is linked, and wins over ours.
[[gnu::used]] constinit const auto keep_the_real_throw = &__cxxabiv1::__cxa_init_primary_exception;

constinit std::atomic<decltype(&__cxa_throw)> real_throw{nullptr};
constinit std::atomic<decltype(&__cxa_rethrow)> real_rethrow{nullptr};
constinit std::atomic<void (*)(std::exception_ptr)> real_rethrow_exception{nullptr};
#if !defined(__ARM_EABI_UNWINDER__)
using Raise = _Unwind_Reason_Code (*)(_Unwind_Exception*);
constinit std::atomic<Raise> real_raise{nullptr};
#endif

}  // namespace

InFlight* FindInFlight(int uncaught, std::uint64_t since) noexcept {
  if (uncaught < 1 || uncaught > kSlots || !thread_errors.noted[uncaught - 1]) return nullptr;
  InFlight* error = &thread_errors.slots[uncaught - 1];
  return error->at < since ? nullptr : error;
}

const ThrowStack& StackOf(const InFlight& error) noexcept {
  if (!stacks_enabled.load(std::memory_order_relaxed) || error.object == nullptr) return kNoStack;
  for (int i = 0; i < kSlots; ++i) {
    if (stacks_of[i] == error.object) return thread_stacks[i];
  }
  return kNoStack;
}

void* ObjectAs(const std::type_info& base, const InFlight& error) noexcept {
  void* object = error.object;
  // A thrown pointer is passed by value to a handler; this is about class types only.
  if (error.type == nullptr || error.type->__is_pointer_p() || !base.__do_catch(error.type, &object, 1)) return nullptr;
  return object;
}

const char* MessageOf(const InFlight& error) noexcept {
  const void* const object = ObjectAs(typeid(std::exception), error);
  return object == nullptr ? nullptr : static_cast<const std::exception*>(object)->what();
}

InFlight CauseOf(const InFlight& error) noexcept {
  const void* const object = ObjectAs(typeid(std::nested_exception), error);
  if (object == nullptr) return {};
  // The exception holds it, so it stays when this pointer goes.
  const std::exception_ptr cause = static_cast<const std::nested_exception*>(object)->nested_ptr();
  return cause == nullptr ? InFlight{} : InFlightOf(cause);
}

void EnableThrowHook(bool enabled) noexcept { hook_enabled.store(enabled, std::memory_order_relaxed); }

void EnableStackTraces(bool enabled) noexcept {
  void* first[1];
  if (enabled) backtrace(first, 1);  // loads the unwinder, which allocates: here rather than in a throw
  stacks_enabled.store(enabled, std::memory_order_relaxed);
}

}  // namespace spansmith::errors

using namespace spansmith::errors;  // NOLINT: the definitions below must stand in the global namespace and in std

void __cxa_throw(void* object, std::type_info* type, Destructor destructor) {
  NoteThrow(object, type);
  Real(real_throw, "__cxa_throw", decltype(&__cxa_throw){nullptr})(object, type, destructor);
  std::abort();
}

void __cxa_rethrow() {
  NoteRethrow(std::current_exception());
  Real(real_rethrow, "__cxa_rethrow", decltype(&__cxa_rethrow){nullptr})();
  std::abort();
}

#if !defined(__ARM_EABI_UNWINDER__)
_Unwind_Reason_Code _Unwind_RaiseException(_Unwind_Exception* error) {
  NoteRaised(*error);
  return Real(real_raise, "_Unwind_RaiseException", Raise{nullptr})(error);
}
#endif

void __wrap___cxa_throw(void* object, std::type_info* type, Destructor destructor) {
  NoteThrow(object, type);
  Real(real_throw, "__cxa_throw", &__real___cxa_throw)(object, type, destructor);
  std::abort();
}

void __wrap___cxa_rethrow() {
  NoteRethrow(std::current_exception());
  Real(real_rethrow, "__cxa_rethrow", &__real___cxa_rethrow)();
  std::abort();
}

void __wrap__ZSt17rethrow_exceptionNSt15__exception_ptr13exception_ptrE(std::exception_ptr* error) {
  NoteRethrow(*error);
  __real__ZSt17rethrow_exceptionNSt15__exception_ptr13exception_ptrE(error);
}

// libstdc++ declares it [[noreturn]] and not weak; the attribute here makes this definition so.
[[gnu::weak]] void std::rethrow_exception(std::exception_ptr error) {
  NoteRethrow(error);
  using RethrowException = void (*)(std::exception_ptr);
  Real(real_rethrow_exception, "_ZSt17rethrow_exceptionNSt15__exception_ptr13exception_ptrE",
       RethrowException{nullptr})(std::move(error));
  std::abort();
}
