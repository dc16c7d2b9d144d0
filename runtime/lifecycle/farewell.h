// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The end: what runs at exit, and the lines that tell what was lost.
#ifndef SPANSMITH_LIFECYCLE_FAREWELL_H_
#define SPANSMITH_LIFECYCLE_FAREWELL_H_

#include <spansmith/runtime.h>

#include <chrono>
#include <string>
#include <vector>

namespace spansmith::lifecycle {

// `lines`: the exporters'. `ended`: whether the worker came to its end in time.
void SayFarewell(const std::vector<std::string>& lines, bool ended, const Stats& stats);

// Shutdown with the configured bound (SPANSMITH_SHUTDOWN_TIMEOUT).
void SetExitTimeout(std::chrono::milliseconds timeout) noexcept;
void ShutdownAtExit() noexcept;

}  // namespace spansmith::lifecycle

#endif  // SPANSMITH_LIFECYCLE_FAREWELL_H_
