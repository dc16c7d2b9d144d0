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

// Gives every span that ended before the call to the exporters. True if all of that was done, and nothing failed,
// before the time was over. Blocks no longer than `timeout`.
bool Flush(std::chrono::milliseconds timeout) noexcept;

// Flushes within `timeout`, says on stderr what was lost, and stops. Spans that end later are counted and dropped.
// Called by itself at exit. Returns what Flush would; the second call returns what the first did.
bool Shutdown(std::chrono::milliseconds timeout) noexcept;

// Which instrumented functions are on from now on, in place of SPANSMITH_FILTER: `multigres.io/*=on,**=off`. False: the
// text is malformed, and nothing changed. Spans that are open end as they would have.
bool SetFilter(std::string_view filter) noexcept;

// Where the spans went, since the process began (a forked child begins anew). produced = delivered + sampled_out +
// Dropped() + pending, where pending is what waits in memory.
struct Stats {
  std::uint64_t produced = 0;   // spans ended while their site was on
  std::uint64_t delivered = 0;  // taken by every exporter
  std::uint64_t pending = 0;
  std::uint64_t sampled_out = 0;  // the sampler chose not to record them; no loss

  std::uint64_t dropped_ring_full = 0;          // a thread made spans faster than they were taken away
  std::uint64_t dropped_no_memory = 0;          // no memory for a thread's ring
  std::uint64_t dropped_in_signal_handler = 0;  // begun by a handler that interrupted the runtime
  std::uint64_t dropped_export_failed = 0;      // an exporter could not send them
  std::uint64_t dropped_rejected = 0;           // the receiver took the request and refused these spans
  std::uint64_t dropped_tail_evicted = 0;       // too much was undecided by tail sampling
  std::uint64_t dropped_shutdown_timeout = 0;   // not sent when the time for shutdown was over
  std::uint64_t dropped_after_shutdown = 0;     // ended later than that

  std::uint64_t failed_attributes = 0;   // their expression threw; or a link's or parent's traceparent was malformed
  std::uint64_t dropped_attributes = 0;  // did not fit
  std::uint64_t dropped_links = 0;       // did not fit
  std::uint64_t dropped_events = 0;      // did not fit

  std::uint64_t Dropped() const {
    return dropped_ring_full + dropped_no_memory + dropped_in_signal_handler + dropped_export_failed +
           dropped_tail_evicted + dropped_rejected + dropped_shutdown_timeout + dropped_after_shutdown;
  }
};
Stats GetStats() noexcept;

}  // namespace spansmith

#endif  // SPANSMITH_RUNTIME_H_
