// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Timeouts of the OpenTelemetry specification (configuration/common.md, "Timeout"): milliseconds, as every duration,
// but 0 is no limit, for which a very long time may stand. Here that is a day.
#ifndef SPANSMITH_CONFIG_TIMEOUT_H_
#define SPANSMITH_CONFIG_TIMEOUT_H_

#include <chrono>

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

inline std::chrono::milliseconds ReadTimeout(const Environment& environment, const char* name,
                                             std::chrono::milliseconds fallback, Notices& notices) {
  const std::chrono::milliseconds timeout = ReadMilliseconds(environment, name, fallback, notices);
  return timeout.count() == 0 ? std::chrono::hours(24) : timeout;
}

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_TIMEOUT_H_
