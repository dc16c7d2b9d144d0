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
// AddressSanitizer's, of <sanitizer/asan_interface.h>.
[[gnu::weak]] void* __asan_get_current_fake_stack();
[[gnu::weak]] void* __asan_addr_is_in_fake_stack(void* fake_stack, void* address, void** begin, void** end);
[[gnu::weak]] void __tsan_init();
[[gnu::used, gnu::visibility("hidden")]] void* spansmith_note_setjmp(const __jmp_buf_tag* buffer) noexcept;
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

// The latest setjmps of this thread: what was the innermost frame then.
struct Noted {
  const __jmp_buf_tag* buffer = nullptr;
  injected::Frame* top = nullptr;
};
constexpr unsigned kNoted = 8;
struct ThreadJumps {
  Noted noted[kNoted];
  unsigned next = 0;
};
[[gnu::tls_model("initial-exec")]] constinit thread_local ThreadJumps thread_jumps;

struct Jumping {
  Address from = 0;  // the stack's end, and after the jump
  Address to = 0;
  Address other_begin = 0;  // the alternate stack that a signal handler jumps off; empty: none
  Address other_end = 0;
};

// Where the function of a frame is on the stack. AddressSanitizer may keep a function's variables elsewhere
// (detect_stack_use_after_return); the place that it tells is some bytes below the function's own.
Address PlaceOf(const injected::Frame* frame) noexcept {
  void* at = const_cast<injected::Frame*>(frame);
  if (&__asan_get_current_fake_stack != nullptr) {
    void* const fake_stack = __asan_get_current_fake_stack();
    void* const real = fake_stack == nullptr ? nullptr : __asan_addr_is_in_fake_stack(fake_stack, at, nullptr, nullptr);
    if (real != nullptr) at = real;
  }
  return reinterpret_cast<Address>(at);
}

bool IsOver(const injected::Frame* frame, const void* given) noexcept {
  const Jumping& jump = *static_cast<const Jumping*>(given);
  const Address at = PlaceOf(frame);
  if (at >= jump.other_begin && at < jump.other_end) return true;
  return at < jump.to && (at >= jump.from || jump.other_end != 0);
}

bool IsNot(const injected::Frame* frame, const void* last) noexcept { return frame != last; }

// Where the setjmp was seen. Every frame is still as it was: nothing has jumped yet.
bool LeaveNoted(const __jmp_buf_tag* buffer) noexcept {
  for (const Noted& noted : thread_jumps.noted) {
    if (noted.buffer != buffer) continue;
    const injected::Frame* frame = thread_state.top;
    while (frame != nullptr && frame != noted.top) frame = frame->parent;
    if (frame != noted.top) return false;
    EndWhere(IsNot, noted.top);
    return true;
  }
  return false;
}

[[gnu::noinline]] void Leave(const __jmp_buf_tag* buffer) noexcept {
  if (thread_state.top == nullptr || LeaveNoted(buffer)) return;
  Jumping jump;
  jump.to = StackOf(buffer);
  if (jump.to == 0) return;
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
// Returns where the real one is.
void* spansmith_note_setjmp(const __jmp_buf_tag* buffer) noexcept {
  using spansmith::record::kNoted;
  auto& jumps = spansmith::record::thread_jumps;
  unsigned at = 0;
  while (at < kNoted && jumps.noted[at].buffer != buffer) ++at;
  if (at == kNoted) at = jumps.next++ % kNoted;
  jumps.noted[at] = {buffer, spansmith::record::thread_state.top};
  if (&__tsan_init != nullptr) {
    if (void* theirs = dlsym(RTLD_NEXT, "_setjmp")) return theirs;
  }
  return reinterpret_cast<void*>(&__sigsetjmp);
}
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

// setjmp is a macro for it; it is the same as __sigsetjmp with a second argument of 0. What it saves is what its caller
// will find again, so that it must be entered as its caller left it.
#if defined(__GLIBC__) && defined(__x86_64__) && defined(__LP64__)
__asm__(
    ".text\n"
    ".weak _setjmp\n"
    ".type _setjmp, @function\n"
    "_setjmp:\n"
    ".cfi_startproc\n"
    "  endbr64\n"
    "  push %rdi\n"
    ".cfi_adjust_cfa_offset 8\n"
    "  call spansmith_note_setjmp\n"
    "  pop %rdi\n"
    ".cfi_adjust_cfa_offset -8\n"
    "  xor %esi, %esi\n"
    "  jmp *%rax\n"
    ".cfi_endproc\n"
    ".size _setjmp, .-_setjmp\n");
#elif defined(__GLIBC__) && defined(__aarch64__)
__asm__(
    ".text\n"
    ".weak _setjmp\n"
    ".type _setjmp, %function\n"
    "_setjmp:\n"
    ".cfi_startproc\n"
    "  hint 34\n"
    "  stp x30, x0, [sp, -16]!\n"
    ".cfi_def_cfa_offset 16\n"
    ".cfi_offset 30, -16\n"
    "  bl spansmith_note_setjmp\n"
    "  mov x2, x0\n"
    "  ldp x30, x0, [sp], 16\n"
    ".cfi_restore 30\n"
    ".cfi_def_cfa_offset 0\n"
    "  mov w1, 0\n"
    "  br x2\n"
    ".cfi_endproc\n"
    ".size _setjmp, .-_setjmp\n");
#endif
