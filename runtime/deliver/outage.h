// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What people read while a receiver does not take spans: a line when it begins, one when spans begin to be lost, one
// when it is over, with the count. A receiver that comes and goes is told of once a minute. One thread.
#ifndef SPANSMITH_DELIVER_OUTAGE_H_
#define SPANSMITH_DELIVER_OUTAGE_H_

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace spansmith::deliver {

class Outage {
 public:
  using Clock = std::chrono::steady_clock;

  // `destination`: "http://127.0.0.1:4318/v1/traces"; `advice`: "check OTEL_EXPORTER_OTLP_ENDPOINT"; `noun`: what is
  // sent there.
  Outage(std::string destination, std::string advice, const char* noun = "spans")
      : destination_(std::move(destination)), advice_(std::move(advice)), noun_(noun) {}

  // An attempt failed, and there will be another, for up to `patience`.
  void Postponed(const std::string& reason, std::chrono::milliseconds patience, Clock::time_point now);
  void Lost(std::uint64_t spans, const std::string& reason, Clock::time_point now);
  // `beside`: spans that were lost since it began without an attempt, for want of room.
  void Delivered(std::uint64_t beside = 0);
  bool now() const { return now_; }
  void Quiet() { quiet_ = true; }  // from now on: the line at the end will tell

 private:
  void Begin(Clock::time_point now);
  void Say(std::string_view text) const;

  const std::string destination_;
  const std::string advice_;
  const std::string noun_;
  bool quiet_ = false;
  bool now_ = false;        // it is
  bool told_ = false;       // of this one
  bool told_loss_ = false;  // of this one's
  std::uint64_t lost_ = 0;  // spans, since the last line that said how many
  Clock::time_point last_told_ = Clock::time_point::min();
};

}  // namespace spansmith::deliver

#endif  // SPANSMITH_DELIVER_OUTAGE_H_
