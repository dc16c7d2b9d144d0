// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See spansmith/testing/recorder.h.
#include <spansmith/runtime.h>
#include <spansmith/testing/recorder.h>

#include <mutex>

#include "lifecycle/sink.h"

namespace spansmith::testing {
namespace {

constexpr std::chrono::seconds kPatience{30};  // a machine under load; what is waited for takes microseconds

}  // namespace

class Recorder::Memory : public lifecycle::Sink {
 public:
  void Take(const SpanData& span) override {
    const std::lock_guard lock(mutex_);
    spans_.push_back(span);
  }
  std::vector<SpanData> Copy() {
    const std::lock_guard lock(mutex_);
    return spans_;
  }
  void Clear() {
    const std::lock_guard lock(mutex_);
    spans_.clear();
  }

 private:
  std::mutex mutex_;
  std::vector<SpanData> spans_;
};

Recorder::Recorder() : memory_(std::make_unique<Memory>()) { lifecycle::AddSink(memory_.get()); }
Recorder::~Recorder() { lifecycle::RemoveSink(memory_.get()); }

std::vector<SpanData> Recorder::Spans() const {
  Flush(kPatience);
  return memory_->Copy();
}

void Recorder::Clear() {
  Flush(kPatience);
  memory_->Clear();
}

}  // namespace spansmith::testing
