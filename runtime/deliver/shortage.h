// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What people read while spans have no room: a line when they begin to be dropped, and one, with the count, when none
// has been for a while. What comes and goes is told of once a minute. One thread.
#ifndef SPANSMITH_DELIVER_SHORTAGE_H_
#define SPANSMITH_DELIVER_SHORTAGE_H_

#include <chrono>
#include <cstdint>
#include <string>

namespace spansmith::deliver {

class Shortage {
 public:
  using Clock = std::chrono::steady_clock;

  // `full`: what is: "the queue to http://h/"; `advice`: "raise OTEL_BSP_MAX_QUEUE_SIZE"; `noun`: of what is dropped.
  Shortage(std::string full, std::string advice, std::string noun = "spans")
      : full_(std::move(full)), advice_(std::move(advice)), noun_(std::move(noun)) {}

  // Now and then. `dropped`: spans, since the beginning of the process.
  void Look(std::uint64_t dropped, Clock::time_point now);

 private:
  const std::string full_;
  const std::string advice_;
  const std::string noun_;
  bool now_ = false;
  bool told_ = false;       // of this one
  std::uint64_t seen_ = 0;  // dropped spans
  std::uint64_t said_ = 0;  // those of which a line has said how many
  Clock::time_point last_drop_{};
  Clock::time_point last_told_ = Clock::time_point::min();
};

}  // namespace spansmith::deliver

#endif  // SPANSMITH_DELIVER_SHORTAGE_H_
