// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See farewell.h.
#include "lifecycle/farewell.h"

#include <atomic>

#include "notice/counted.h"
#include "notice/notice.h"

namespace spansmith::lifecycle {
namespace {

// Apart from the core, whose lock may be held by another Shutdown, that of a thread that will not come back. At first
// the default of config.h.
constinit std::atomic<std::chrono::milliseconds::rep> exit_timeout{5'000};

void SayIf(std::uint64_t spans, const std::string& what) {
  if (spans != 0) notice::SayOnce(notice::Counted(spans, "spans") + notice::Were(spans) + what);
}

}  // namespace

void SayFarewell(const std::vector<std::string>& lines, bool ended, const Stats& stats) {
  for (const std::string& line : lines) notice::SayOnce(line);
  const std::string advice = "; raise SPANSMITH_SHUTDOWN_TIMEOUT (ms), or see why the receiver is slow";
  if (!ended) SayIf(stats.pending, "not sent in time for the exit" + advice);
  SayIf(stats.dropped_shutdown_timeout, "not sent in time for the exit" + advice);
  SayIf(stats.dropped_ring_full, "dropped because a thread made them faster than they could be taken away");
  SayIf(stats.dropped_no_memory, "dropped because there was no memory for a thread's ring");
  if (const std::uint64_t missing = stats.failed_attributes; missing != 0) {
    notice::SayOnce(
        notice::Counted(missing, "attributes") + notice::Are(missing) + "missing because " +
        (missing == 1 ? "its expression threw; its span has" : "their expressions threw; their spans have") +
        " spansmith.attribute_error");
  }
}

void SetExitTimeout(std::chrono::milliseconds timeout) noexcept { exit_timeout.store(timeout.count()); }

void ShutdownAtExit() noexcept { Shutdown(std::chrono::milliseconds(exit_timeout.load())); }

}  // namespace spansmith::lifecycle
