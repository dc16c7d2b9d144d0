// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A clock and ids for tests that must come out the same each time, to the nanosecond and the last digit:
//
//   spansmith::testing::FakeClock clock;
//   spansmith::testing::FakeIds ids;
//   spansmith::testing::Recorder recorder;
//   Reconcile();             // starts at clock's time
//   clock.Advance(5s);
//
// They are in force while the object lives, for all spans that begin then, on all threads. One of each at a time; no
// thread may be in a traced function that began under a clock when it goes. C++17.
#ifndef SPANSMITH_TESTING_FAKES_H_
#define SPANSMITH_TESTING_FAKES_H_

#include <chrono>
#include <cstdint>
#include <memory>

namespace spansmith::testing {

class FakeClock {
 public:
  static constexpr std::uint64_t kStart = 1'767'225'600'000'000'000;  // 2026-01-01T00:00:00Z, in Unix nanoseconds

  // Every reading moves it on by `step`, so that what begins later is seen to.
  explicit FakeClock(std::uint64_t unix_nanos = kStart, std::chrono::nanoseconds step = std::chrono::microseconds(1));
  ~FakeClock();
  FakeClock(const FakeClock&) = delete;
  FakeClock& operator=(const FakeClock&) = delete;

  void Advance(std::chrono::nanoseconds by);
  std::uint64_t UnixNanos() const;  // of the next reading

 private:
  class Source;
  std::unique_ptr<Source> source_;
};

// Trace ids 1, 2, 3...; span ids too, in the order in which spans begin.
class FakeIds {
 public:
  FakeIds();
  ~FakeIds();
  FakeIds(const FakeIds&) = delete;
  FakeIds& operator=(const FakeIds&) = delete;

 private:
  class Source;
  std::unique_ptr<Source> source_;
};

}  // namespace spansmith::testing

#endif  // SPANSMITH_TESTING_FAKES_H_
