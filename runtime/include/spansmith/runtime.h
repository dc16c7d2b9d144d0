// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a program may say to the runtime: nothing of it is necessary. The runtime starts with the first span, reads its
// configuration from the OTEL_* variables (docs/configuration.md), and flushes at exit. All functions may be called
// from any thread, at any time, and throw nothing. C++17, standard library only.
#ifndef SPANSMITH_RUNTIME_H_
#define SPANSMITH_RUNTIME_H_

#include <chrono>
#include <cstdint>
#include <string_view>

namespace spansmith {

// What became of spans during a Flush or Shutdown, those of other threads among them.
struct FlushResult {
  bool complete = false;        // everything that ended before the call was delivered, in time
  std::uint64_t delivered = 0;  // spans that every exporter took
  std::uint64_t lost = 0;       // spans that are lost, and counted in Stats by reason
  std::uint64_t left = 0;  // spans that wait in memory, to be sent later; after a Shutdown: none, or kept (spilled)

  operator bool() const noexcept { return complete; }  // NOLINT(google-explicit-constructor): `if (Flush(...))`
};

// Gives every span that ended before the call to the exporters, and waits until they are delivered or lost: at most
// `timeout`, whatever a receiver does. What waits to be tried again is tried at once, unless the receiver said when.
// Log records and metrics too: `complete` is about them as well, the counts are of spans.
FlushResult Flush(std::chrono::milliseconds timeout) noexcept;

// Flushes within `timeout`, says on stderr what was lost, and stops. Spans that end later are counted and dropped.
// Called by itself at exit. The second call returns what the first did.
FlushResult Shutdown(std::chrono::milliseconds timeout) noexcept;

// Which instrumented functions are on from now on, in place of SPANSMITH_FILTER: `multigres.io/*=on,**=off`. False: the
// text is malformed, and nothing changed. Spans that are open end as they would have.
bool SetFilter(std::string_view filter) noexcept;

// Where the spans went, since the process began (a forked child begins anew). produced = delivered + sampled_out +
// spilled + Dropped() + pending, where pending is what waits in memory.
struct Stats {
  std::uint64_t produced = 0;   // spans ended while their site was on
  std::uint64_t delivered = 0;  // taken by every exporter
  std::uint64_t pending = 0;
  std::uint64_t sampled_out = 0;  // the sampler chose not to record them; no loss
  std::uint64_t spilled = 0;      // written to SPANSMITH_SPILL_DIRECTORY, for the next process to send; no loss

  std::uint64_t dropped_ring_full = 0;          // a thread made spans faster than they were taken away
  std::uint64_t dropped_no_memory = 0;          // no memory for a thread's ring
  std::uint64_t dropped_in_signal_handler = 0;  // begun by a handler that interrupted the runtime
  std::uint64_t dropped_queue_full = 0;         // an exporter was slower than the others, and its queue was full
  std::uint64_t dropped_export_failed = 0;      // an exporter could not send them
  std::uint64_t dropped_rejected = 0;           // the receiver took the request and refused these spans
  std::uint64_t dropped_tail_evicted = 0;       // too much was undecided by tail sampling
  std::uint64_t dropped_shutdown_timeout = 0;   // not sent when the time for shutdown was over
  std::uint64_t dropped_after_shutdown = 0;     // ended later than that

  std::uint64_t failed_attributes = 0;   // their expressions threw; or a link's or parent's traceparent was malformed
  std::uint64_t dropped_attributes = 0;  // did not fit
  std::uint64_t dropped_links = 0;       // did not fit
  std::uint64_t dropped_events = 0;      // did not fit

  std::uint64_t Dropped() const {
    return dropped_ring_full + dropped_no_memory + dropped_in_signal_handler + dropped_queue_full +
           dropped_export_failed + dropped_tail_evicted + dropped_rejected + dropped_shutdown_timeout +
           dropped_after_shutdown;
  }
};
Stats GetStats() noexcept;

}  // namespace spansmith

#endif  // SPANSMITH_RUNTIME_H_
