// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What record keeps for each thread: the innermost open frame, the ring, the scratch space in use, the id generator.
// Constant-initialised, without a destructor, so it is usable at any time in a thread's life.
#ifndef SPANSMITH_RECORD_THREAD_STATE_H_
#define SPANSMITH_RECORD_THREAD_STATE_H_

#include <pthread.h>
#include <spansmith/injected.h>

#include <atomic>
#include <cstdint>

#include "record/ids.h"
#include "record/ring.h"

namespace spansmith::record {

struct ThreadState {
  injected::Frame* top = nullptr;  // the innermost open frame
  Ring* ring = nullptr;            // null: no span yet
  // Where this thread's std::uncaught_exceptions() reads (Itanium C++ ABI, 2.2.2): a load instead of three calls. Set
  // with `ring`.
  const unsigned* uncaught = nullptr;
  std::uint32_t scratch_used = 0;  // bytes of ring->scratch(); a stack, as the frames are
  bool inside_runtime = false;     // a span begun now would be our own: not recorded
  // This thread is in the middle of a change of what stands here: a span that a signal handler begins now is not
  // recorded, but counted.
  bool busy = false;
  unsigned short ring_number = 0;  // as ring->number()
  RandomState random;
  injected::BaggageBlock* baggage = nullptr;  // a share of this thread's own (context.cc)
};

// Its address is one load (initial-exec), in a plugin too: it is small enough for what libc keeps free for such.
[[gnu::tls_model("initial-exec")]] extern constinit thread_local ThreadState thread_state;

inline void SetBusy(ThreadState& thread, bool busy) noexcept {
  std::atomic_signal_fence(std::memory_order_seq_cst);
  __atomic_store_n(&thread.busy, busy, __ATOMIC_RELAXED);
  std::atomic_signal_fence(std::memory_order_seq_cst);
}

// While it lives, this thread's state is seen as being changed.
class Busy {
 public:
  explicit Busy(ThreadState& thread) noexcept : thread_(thread) { SetBusy(thread_, true); }
  ~Busy() { SetBusy(thread_, false); }
  Busy(const Busy&) = delete;
  Busy& operator=(const Busy&) = delete;

 private:
  ThreadState& thread_;
};

// While it lives, this thread is inside the runtime: what the runtime calls of the program's (its operator new, for
// one, which a rule for everything has given spans) must not come in by another door and wait for a lock that is ours.
// Nor is the thread cancelled here: that would leave locks held, and end the program where something is noexcept.
class InsideRuntime {
 public:
  InsideRuntime() noexcept : before_(thread_state.inside_runtime) {
    thread_state.inside_runtime = true;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel_);
  }
  ~InsideRuntime() {
    pthread_setcancelstate(cancel_, nullptr);
    thread_state.inside_runtime = before_;
  }
  InsideRuntime(const InsideRuntime&) = delete;
  InsideRuntime& operator=(const InsideRuntime&) = delete;

 private:
  bool before_;
  int cancel_ = PTHREAD_CANCEL_ENABLE;
};

// Gives the calling thread a ring and a seed, and sees to it that the ring is handed back when the thread ends. False:
// no memory; the span is then counted as lost.
bool EquipThread() noexcept;

// Set once at shutdown: spans that end from then on are counted and dropped.
inline constinit std::atomic<bool> stopped{false};
inline void SetStopped(bool value) noexcept { stopped.store(value, std::memory_order_relaxed); }
inline bool Stopped() noexcept { return stopped.load(std::memory_order_relaxed); }

// Spans that found no ring; that a signal handler began in the middle of another's; that ended after shutdown.
std::atomic<std::uint64_t>& LostWithoutRing() noexcept;
std::atomic<std::uint64_t>& LostInSignalHandler() noexcept;
std::atomic<std::uint64_t>& EndedAfterShutdown() noexcept;

// Records the spans that are open on this thread as unfinished, as EndOpenSpans (open_spans.h), and pops them: of the
// innermost ones, those of which `is_over` says so. For a jump out of them
// (long_jump.cc).
void EndWhere(bool (*is_over)(const injected::Frame*, const void* given), const void* given) noexcept;

// In a forked child: rings are emptied, counters are zero, ids are seeded anew. Spans open across the fork stay parents
// of what the child begins but are recorded by the parent process alone.
void ResetAfterFork() noexcept;

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_THREAD_STATE_H_
