// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How long to wait before the next attempt: twice as long each time up to a bound, and each time anything between half
// and one and a half of that, so that many processes do not come back at once (OTLP specification, "Retryable Response
// Codes": exponential backoff with jitter). One thread.
#ifndef SPANSMITH_DELIVER_BACKOFF_H_
#define SPANSMITH_DELIVER_BACKOFF_H_

#include <algorithm>
#include <chrono>
#include <random>

namespace spansmith::deliver {

class Backoff {
 public:
  Backoff(std::chrono::milliseconds first, std::chrono::milliseconds most, unsigned seed)
      : first_(first), most_(most), next_(first), random_(seed) {}

  std::chrono::milliseconds Next() {
    const auto middle = next_;
    next_ = std::min(next_ * 2, most_);
    std::uniform_real_distribution<double> jitter(0.5, 1.5);
    return std::chrono::duration_cast<std::chrono::milliseconds>(middle * jitter(random_));
  }
  void Reset() { next_ = first_; }  // after a success

 private:
  const std::chrono::milliseconds first_;
  const std::chrono::milliseconds most_;
  std::chrono::milliseconds next_;
  std::minstd_rand random_;
};

}  // namespace spansmith::deliver

#endif  // SPANSMITH_DELIVER_BACKOFF_H_
