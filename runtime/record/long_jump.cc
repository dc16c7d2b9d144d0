// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Our longjmp, _longjmp, siglongjmp and __longjmp_chk. EquipThread calls FindLongJump, so every program that links the
// runtime has them. They are weak: a sanitizer that is linked statically has its own, and is called from here where
// ours comes first. Without glibc, or on a machine whose jmp_buf we cannot read, they only go on.
#include "record/long_jump.h"

#include <dlfcn.h>
#include <setjmp.h>
#include <signal.h>

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "record/thread_state.h"

using Jump = void (*)(__jmp_buf_tag*, int);

extern "C" {
[[noreturn, gnu::weak]] void __interceptor_longjmp(__jmp_buf_tag*, int);
[[noreturn, gnu::weak]] void __interceptor_siglongjmp(__jmp_buf_tag*, int);
[[noreturn, gnu::weak]] void __libc_siglongjmp(__jmp_buf_tag*, int);  // of libc.a
[[noreturn, gnu::weak]] void ____longjmp_chk(__jmp_buf_tag*, int);
[[noreturn, gnu::weak]] void __longjmp_chk(__jmp_buf_tag* buffer, int value) noexcept;
}

namespace spansmith::record {
namespace {

using Address = std::uintptr_t;

// Where the stack will end after the jump; 0: not known. glibc keeps it scrambled (its PTR_MANGLE).
Address StackOf(const __jmp_buf_tag* buffer) noexcept {
#if defined(__GLIBC__) && defined(__x86_64__) && defined(__LP64__)
  constexpr int kStack = 6;
  Address stack = static_cast<Address>(buffer->__jmpbuf[kStack]);
  __asm__("ror $17, %0\n\txor %%fs:0x30, %0" : "+r"(stack) : : "cc");
  return stack;
#elif defined(__GLIBC__) && defined(__aarch64__)
  constexpr int kStack = 13;
  // The same key for all: found by a buffer whose stack is known to us.
  jmp_buf own;
  if (setjmp(own) != 0) return 0;
  Address here;
  __asm__("mov %0, sp" : "=r"(here));
  return static_cast<Address>(buffer->__jmpbuf[kStack]) ^ static_cast<Address>(own->__jmpbuf[kStack]) ^ here;
#else
  static_cast<void>(buffer);
  return 0;
#endif
}

struct Jumping {
  Address from = 0;  // the stack's end, and after the jump
  Address to = 0;
  Address other_begin = 0;  // the alternate stack that a signal handler jumps off; empty: none
  Address other_end = 0;
};

bool IsOver(const injected::Frame* frame, const void* given) noexcept {
  const Jumping& jump = *static_cast<const Jumping*>(given);
  const auto at = reinterpret_cast<Address>(frame);
  if (at >= jump.other_begin && at < jump.other_end) return true;
  return at < jump.to && (at >= jump.from || jump.other_end != 0);
}

[[gnu::noinline]] void Leave(const __jmp_buf_tag* buffer) noexcept {
  Jumping jump;
  jump.to = StackOf(buffer);
  if (thread_state.top == nullptr || jump.to == 0) return;
  jump.from = reinterpret_cast<Address>(__builtin_frame_address(0));
  stack_t other;
  if (sigaltstack(nullptr, &other) == 0 && (other.ss_flags & SS_ONSTACK) != 0) {
    const auto begin = reinterpret_cast<Address>(other.ss_sp);
    if (jump.to < begin || jump.to > begin + other.ss_size) {
      jump.other_begin = begin;
      jump.other_end = begin + other.ss_size;
    }
  }
  EndWhere(IsOver, &jump);
}

enum Kind { kJump, kSignalJump, kCheckedJump };
constinit std::atomic<Jump> real[3];

Jump Find(Kind kind) noexcept {
  if (kind == kJump && &__interceptor_longjmp != nullptr) return &__interceptor_longjmp;
  if (kind == kSignalJump && &__interceptor_siglongjmp != nullptr) return &__interceptor_siglongjmp;
  if (&__libc_siglongjmp != nullptr) return kind == kCheckedJump ? &____longjmp_chk : &__libc_siglongjmp;
  constexpr const char* kNames[] = {"longjmp", "siglongjmp", "__longjmp_chk"};
  return reinterpret_cast<Jump>(dlsym(RTLD_NEXT, kNames[kind]));
}

[[noreturn]] void Go(Kind kind, __jmp_buf_tag* buffer, int value) {
  Leave(buffer);
  Jump jump = real[kind].load(std::memory_order_relaxed);
  if (jump == nullptr) jump = Find(kind);
  if (jump != nullptr) jump(buffer, value);
  std::fputs("spansmith: there is no longjmp in the libraries behind this one\n", stderr);
  std::abort();
}

}  // namespace

void FindLongJump() noexcept {
  for (const Kind kind : {kJump, kSignalJump, kCheckedJump}) {
    if (real[kind].load(std::memory_order_relaxed) == nullptr) real[kind].store(Find(kind), std::memory_order_relaxed);
  }
}

}  // namespace spansmith::record

extern "C" {
[[gnu::weak]] void longjmp(__jmp_buf_tag* buffer, int value) noexcept {
  spansmith::record::Go(spansmith::record::kJump, buffer, value);
}
[[gnu::weak]] void _longjmp(__jmp_buf_tag* buffer, int value) noexcept {
  spansmith::record::Go(spansmith::record::kJump, buffer, value);
}
[[gnu::weak]] void siglongjmp(__jmp_buf_tag* buffer, int value) noexcept {
  spansmith::record::Go(spansmith::record::kSignalJump, buffer, value);
}
void __longjmp_chk(__jmp_buf_tag* buffer, int value) noexcept {
  spansmith::record::Go(spansmith::record::kCheckedJump, buffer, value);
}
}
