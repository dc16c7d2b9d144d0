// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See farewell.h.
#include "lifecycle/farewell.h"

#include <atomic>

#include "notice/notice.h"

namespace spansmith::lifecycle {
namespace {

// Apart from the core, whose lock may be held by another Shutdown, that of a thread that will not come back. At first
// the default of config.h.
constinit std::atomic<std::chrono::milliseconds::rep> exit_timeout{5'000};

void SayIf(std::uint64_t count, const std::string& text) {
  if (count != 0) notice::SayOnce(std::to_string(count) + ' ' + text);
}

}  // namespace

void SayFarewell(const std::vector<std::string>& lines, bool ended, const Stats& stats) {
  for (const std::string& line : lines) notice::SayOnce(line);
  const std::string advice = "; raise SPANSMITH_SHUTDOWN_TIMEOUT (ms), or see why the receiver is slow";
  if (!ended) SayIf(stats.pending, "spans were not sent in time for the exit" + advice);
  SayIf(stats.dropped_shutdown_timeout, "spans were not sent in time for the exit" + advice);
  SayIf(stats.dropped_ring_full, "spans were dropped because a thread made them faster than they could be taken away");
  SayIf(stats.dropped_no_memory, "spans were dropped because there was no memory for a thread's ring");
  SayIf(stats.failed_attributes,
        "attributes are missing because their expression threw; their spans have spansmith.attribute_error");
}

void SetExitTimeout(std::chrono::milliseconds timeout) noexcept { exit_timeout.store(timeout.count()); }

void ShutdownAtExit() noexcept { Shutdown(std::chrono::milliseconds(exit_timeout.load())); }

}  // namespace spansmith::lifecycle
