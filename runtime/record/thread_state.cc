// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A thread's beginning and end, as record sees them. See thread_state.h.
#include "record/thread_state.h"

#include <cxxabi.h>
#include <pthread.h>

#include "record/clock.h"
#include "record/guard_flags.h"
#include "record/long_jump.h"
#include "record/ring_registry.h"

namespace spansmith::record {

[[gnu::tls_model("initial-exec")]] constinit thread_local ThreadState thread_state;

namespace {

constinit std::atomic<std::uint64_t> lost_without_ring{0};
constinit std::atomic<std::uint64_t> lost_in_signal_handler{0};
constinit std::atomic<std::uint64_t> ended_after_shutdown{0};

// __cxa_eh_globals is { __cxa_exception* caughtExceptions; unsigned int uncaughtExceptions; ... } on every platform of
// that ABI; <cxxabi.h> leaves it opaque.
const unsigned* UncaughtOfThisThread() noexcept {
  return reinterpret_cast<const unsigned*>(reinterpret_cast<const char*>(abi::__cxa_get_globals()) + sizeof(void*));
}

void LeaveThread(void* ring) {
  thread_state.ring = nullptr;
  thread_state.ring_number = 0;
  thread_state.scratch_used = 0;
  Rings().Release(static_cast<Ring*>(ring));
}

// A pthread key rather than a thread_local destructor: keys are destroyed after every thread_local object, so guards in
// those destructors are still recorded; and should one run even later, the key is set again and destroyed again.
pthread_key_t LeaveKey() noexcept {
  static const pthread_key_t key = [] {
    pthread_key_t k{};
    pthread_key_create(&k, LeaveThread);
    return k;
  }();
  return key;
}

}  // namespace

bool EquipThread() noexcept {
  ChooseClock();
  Ring* ring = Rings().Acquire(&thread_state);
  if (ring == nullptr) {
    lost_without_ring.fetch_add(1, std::memory_order_relaxed);
    return false;
  }
  Seed(&thread_state.random);
  FindLongJump();
  thread_state.uncaught = UncaughtOfThisThread();
  thread_state.ring = ring;
  thread_state.ring_number = ring->number();
  pthread_setspecific(LeaveKey(), ring);
  return true;
}

std::atomic<std::uint64_t>& LostWithoutRing() noexcept { return lost_without_ring; }
std::atomic<std::uint64_t>& LostInSignalHandler() noexcept { return lost_in_signal_handler; }
std::atomic<std::uint64_t>& EndedAfterShutdown() noexcept { return ended_after_shutdown; }

void ResetAfterFork() noexcept {
  Rings().ResetAfterFork(thread_state.ring);
  lost_without_ring.store(0, std::memory_order_relaxed);
  lost_in_signal_handler.store(0, std::memory_order_relaxed);
  ended_after_shutdown.store(0, std::memory_order_relaxed);
  if (thread_state.ring != nullptr) Seed(&thread_state.random);
  for (injected::Frame* frame = thread_state.top; frame != nullptr; frame = frame->parent) {
    frame->flags = injected::Frame::kOpen | kPopOnly | (frame->flags & (injected::Frame::kSampled | kOfTrace));
  }
}

}  // namespace spansmith::record
