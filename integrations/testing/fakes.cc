// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See spansmith/testing/fakes.h.
#include <spansmith/testing/fakes.h>

#include <atomic>

#include "lifecycle/sources.h"

namespace spansmith::testing {

class FakeClock::Source : public record::TimeSource {
 public:
  Source(std::uint64_t now, std::chrono::nanoseconds step)
      : now_(now), step_(static_cast<std::uint64_t>(step.count())) {}
  std::uint64_t UnixNanos() noexcept override { return now_.fetch_add(step_); }
  void Advance(std::chrono::nanoseconds by) { now_.fetch_add(static_cast<std::uint64_t>(by.count())); }
  std::uint64_t now() const { return now_.load(); }

 private:
  std::atomic<std::uint64_t> now_;
  const std::uint64_t step_;
};

FakeClock::FakeClock(std::uint64_t unix_nanos, std::chrono::nanoseconds step)
    : source_(std::make_unique<Source>(unix_nanos, step)) {
  lifecycle::SetTimeSource(source_.get());
}
FakeClock::~FakeClock() { lifecycle::SetTimeSource(nullptr); }
void FakeClock::Advance(std::chrono::nanoseconds by) { source_->Advance(by); }
std::uint64_t FakeClock::UnixNanos() const { return source_->now(); }

class FakeIds::Source : public record::IdSource {
 public:
  TraceId NewTraceId() noexcept override { return {0, traces_.fetch_add(1) + 1}; }
  std::uint64_t NewSpanId() noexcept override { return spans_.fetch_add(1) + 1; }

 private:
  std::atomic<std::uint64_t> traces_{0};
  std::atomic<std::uint64_t> spans_{0};
};

FakeIds::FakeIds() : source_(std::make_unique<Source>()) { lifecycle::SetIdSource(source_.get()); }
FakeIds::~FakeIds() { lifecycle::SetIdSource(nullptr); }

}  // namespace spansmith::testing
