// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What may stand in place of the clock, the ids and the thresholds: a sampler of the program's, and what tests bring.
// The hot path knows nothing of it: lifecycle puts sites into state kWatched while one is set, and these begin by
// BeginWatched. A frame that began so under a time source has kUnixTimes in its flags, and ends and has events by that
// source, or by the real clock once it is gone.
//
// Set under lifecycle's lock; read by any thread. Who unsets a source must see to it that no thread begins or ends a
// span meanwhile; samplers are kept for ever.
#ifndef SPANSMITH_RECORD_WATCH_H_
#define SPANSMITH_RECORD_WATCH_H_

#include <spansmith/injected.h>
#include <spansmith/sampler.h>

#include <atomic>
#include <cstdint>

namespace spansmith::record {

struct ThreadState;

class TimeSource {
 public:
  virtual ~TimeSource() = default;
  virtual std::uint64_t UnixNanos() noexcept = 0;
};

class IdSource {
 public:
  virtual ~IdSource() = default;
  virtual TraceId NewTraceId() noexcept = 0;
  virtual std::uint64_t NewSpanId() noexcept = 0;  // not 0
};

struct Watch {
  std::atomic<Sampler*> sampler{nullptr};
  std::atomic<TimeSource*> time{nullptr};
  std::atomic<IdSource*> ids{nullptr};

  bool Any() const noexcept { return sampler.load() != nullptr || time.load() != nullptr || ids.load() != nullptr; }
};

extern constinit Watch watch;

// The time source's, else CLOCK_REALTIME's; but replayed_time, if it is not 0 (record/whole_span.cc).
std::uint64_t WatchedUnixNanos() noexcept;
extern thread_local std::uint64_t replayed_time;

// New ids, by the source if there is one. The calling thread is equipped.
TraceId NewTraceId(ThreadState& thread) noexcept;
std::uint64_t NewSpanId(ThreadState& thread) noexcept;

// What the sampler, else the thresholds say of a span to be. `request.trace_id` is set by the caller.
// `result.trace_state` is the number to carry, whoever decided. The sampler's own calls are not traced.
SamplingResult Decide(ThreadState& thread, const SamplingRequest& request) noexcept;

// As injected::Begin, and BeginWithParent if `parent` is not null, for a site in state kWatched on an equipped thread.
void BeginWatched(ThreadState& thread, injected::Frame* frame, const injected::Site* site,
                  const injected::Context* parent) noexcept;

}  // namespace spansmith::record

#endif  // SPANSMITH_RECORD_WATCH_H_
