// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See open_spans.h.
#include "record/open_spans.h"

#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <exception>
#include <vector>

#include "record/guard_flags.h"
#include "record/ring_registry.h"
#include "record/watch.h"

namespace spansmith::record {
namespace {

using injected::Frame;

constexpr std::size_t kDeepest = 100'000;  // frames; more is no chain
constexpr int kTries = 50;
constexpr timespec kBetweenTries{0, 20'000};

struct Seen {
  const Frame* at;
  Frame frame;
};

bool Copy(const void* from, void* to, std::size_t size) noexcept {
  const iovec local{to, size};
  const iovec remote{const_cast<void*>(from), size};
  return size == 0 || process_vm_readv(getpid(), &local, 1, &remote, 1, 0) == static_cast<ssize_t>(size);
}

// From here on every thread sees what this one wrote, and this one what they wrote before. Threads do without a fence
// between saying that they are busy and asking whether all is stopped.
void BarrierForAllThreads() noexcept {
  if (syscall(SYS_membarrier, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0 &&
      syscall(SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0) == 0) {
    return;
  }
  constexpr timespec kLongerThanAnyStoreBuffer{0, 1'000'000};
  nanosleep(&kLongerThanAnyStoreBuffer, nullptr);
}

// The open frames of the thread, innermost first. False: it was busy, or went on meanwhile.
bool LookAt(const ThreadState* thread, ThreadState& state, std::vector<Seen>& frames) {
  frames.clear();
  if (!Copy(thread, &state, sizeof state) || state.busy) return false;
  for (const Frame* at = state.top; at != nullptr; at = frames.back().frame.parent) {
    Seen seen;
    seen.at = at;
    if (frames.size() == kDeepest || !Copy(at, &seen.frame, sizeof seen.frame)) return false;
    frames.push_back(seen);
  }
  ThreadState now;
  return Copy(thread, &now, sizeof now) && !now.busy && now.top == state.top;
}

bool Same(const std::vector<Seen>& a, const std::vector<Seen>& b) {
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(Seen)) == 0);
}

struct Open {
  std::vector<Seen> frames;
  std::vector<std::byte> scratch;
};

// What was open on the thread at one moment. False: it does not stand still.
bool LookTwice(Ring& ring, const ThreadState* thread, Open& open) {
  ThreadState state;
  std::vector<Seen> before;
  for (int i = 0; i < kTries; ++i) {
    if (i != 0) nanosleep(&kBetweenTries, nullptr);
    if (!LookAt(thread, state, before)) continue;
    if (state.scratch_used > Ring::kScratch) continue;
    open.scratch.resize(state.scratch_used);
    if (!Copy(ring.scratch(), open.scratch.data(), open.scratch.size())) continue;
    if (LookAt(thread, state, open.frames) && Same(before, open.frames)) return true;
  }
  return false;
}

bool IsRecording(const Frame& frame) noexcept { return (frame.flags & Frame::kRecording) != 0; }

Ticks EndOf(const Frame& frame, Ticks now) noexcept {
  return (frame.flags & kUnixTimes) == 0 ? now : WatchedUnixNanos();
}

}  // namespace

void EndOpenSpans() noexcept {
  ThreadState& thread = thread_state;
  if (thread.ring == nullptr) return;
  const Busy busy(thread);
  const Ticks now = Now();
  for (Frame* frame = thread.top; frame != nullptr; frame = frame->parent) {
    if (!IsRecording(*frame)) continue;
    WriteUnfinished(*frame, EndOf(*frame, now), thread.ring->scratch());
    frame->flags = (frame->flags & ~Frame::kRecording) | kPopOnly;
  }
}

void EndOpenSpansOfOthers() noexcept {
  if (thread_state.ring == nullptr && !EquipThread()) return;
  BarrierForAllThreads();
  const Ticks now = Now();
  Rings().ForEach([&](Ring& ring) {
    const RingHold hold(ring);
    const ThreadState* const owner = ring.owner();
    if (owner == nullptr || owner == &thread_state) return;
    try {
      Open open;
      if (!LookTwice(ring, owner, open)) return;
      for (const Seen& seen : open.frames) {
        if (!IsRecording(seen.frame)) continue;
        if (seen.frame.scratch_begin + std::size_t{seen.frame.scratch_size} > open.scratch.size()) return;
      }
      const Frame* innermost = nullptr;
      for (const Seen& seen : open.frames) {
        if (!IsRecording(seen.frame)) continue;
        if (innermost == nullptr) innermost = seen.at;
        WriteUnfinished(seen.frame, EndOf(seen.frame, now), open.scratch.data());
      }
      ring.SetEndedByStop(innermost);
    } catch (const std::exception&) {  // no memory to look at it
    }
  });
}

bool EndedByStop(Ring& ring, const Frame* frame) noexcept {
  const RingHold hold(ring);
  const Frame* ended = ring.ended_by_stop();
  while (ended != nullptr && (ended != frame || !IsRecording(*ended))) ended = ended->parent;
  if (ended == nullptr) return false;
  if (ended == ring.ended_by_stop()) {
    do {
      ended = ended->parent;
    } while (ended != nullptr && !IsRecording(*ended));
    ring.SetEndedByStop(ended);
  }
  return true;
}

bool FindWithin(const ThreadState* thread, const Frame* frame, Frame** within) noexcept {
  *within = nullptr;
  Frame* at = nullptr;
  if (!Copy(&thread->top, &at, sizeof at)) return false;
  for (std::size_t i = 0; i < kDeepest && at != nullptr; ++i) {
    if (at == frame) return true;
    // Its ring may be another thread's by now, whose frames go while we look: what was read need not be a frame's
    // place.
    if (reinterpret_cast<std::uintptr_t>(at) % alignof(Frame) != 0) return false;
    *within = at;
    if (!Copy(&at->parent, &at, sizeof at)) return false;
  }
  return false;
}

}  // namespace spansmith::record
