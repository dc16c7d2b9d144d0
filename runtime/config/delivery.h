// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How spans wait, are sent, are sent again and are kept (OpenTelemetry specification, trace/sdk.md, batching processor;
// protocol/exporter.md, retry). Sizes are bytes here, MiB in the variables.
#ifndef SPANSMITH_CONFIG_DELIVERY_H_
#define SPANSMITH_CONFIG_DELIVERY_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

struct BatchConfig {
  std::chrono::milliseconds schedule_delay{5'000};
  std::size_t max_queue_size = 2'048;  // spans
  std::size_t max_batch_size = 512;    // spans; at most max_queue_size
  std::chrono::milliseconds export_timeout{30'000};
  std::size_t max_queue_bytes = std::size_t{16} << 20;  // SPANSMITH_QUEUE_SIZE
  bool drop_oldest = false;                             // SPANSMITH_QUEUE_DROP=oldest; else the newest
};

// Trying again after an answer that allows it. The first wait is first_delay, each later one twice the one before, up
// to most_delay.
struct RetryConfig {
  std::chrono::milliseconds first_delay{1'000};  // SPANSMITH_RETRY_DELAY, 1 to 60,000
  std::chrono::milliseconds most_delay{30'000};  // at least first_delay
  std::chrono::milliseconds total{300'000};  // SPANSMITH_RETRY_TIME, of one batch, 0 to a day; 0: none is tried again
};

// What could not be sent by the end of the process, for the next one.
struct SpillConfig {
  std::string folder;                                 // SPANSMITH_SPILL_DIRECTORY; "": nothing is kept
  std::uint64_t max_bytes = std::uint64_t{64} << 20;  // SPANSMITH_SPILL_SIZE
};

void ReadBatch(const Environment& environment, BatchConfig& batch, Notices& notices);
void ReadRetry(const Environment& environment, RetryConfig& retry, Notices& notices);
void ReadSpill(const Environment& environment, SpillConfig& spill, Notices& notices);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_DELIVERY_H_
