// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A batch on its way through every lane. Each lane says once what became of it; the last one enters it in the ledger: a
// span is delivered if every lane delivered it, and else has the first reason of loss. Any thread.
#ifndef SPANSMITH_DELIVER_PARCEL_H_
#define SPANSMITH_DELIVER_PARCEL_H_

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "drain/batch.h"
#include "loss/ledger.h"

namespace spansmith::deliver {

// Memory of batches that are done, for the next ones.
class BatchPool {
 public:
  drain::Batch Take() {
    const std::lock_guard lock(mutex_);
    if (batches_.empty()) return {};
    drain::Batch batch = std::move(batches_.back());
    batches_.pop_back();
    return batch;
  }
  void Give(drain::Batch batch) {
    batch.Clear();
    const std::lock_guard lock(mutex_);
    if (batches_.size() < kMost) batches_.push_back(std::move(batch));
  }
  void Trim() {
    const std::lock_guard lock(mutex_);
    batches_.clear();
  }

 private:
  static constexpr std::size_t kMost = 2;  // one is filled while the other is sent
  std::mutex mutex_;
  std::vector<drain::Batch> batches_;
};

class Parcel {
 public:
  using Clock = std::chrono::steady_clock;

  // `lanes`: how many will say what became of it; 0: it is delivered, to nobody.
  Parcel(drain::Batch batch, std::size_t lanes, loss::Ledger* ledger, std::shared_ptr<BatchPool> pool)
      : batch_(std::move(batch)),
        spans_(batch_.size()),
        bytes_(batch_.bytes()),
        ledger_(ledger),
        pool_(std::move(pool)),
        open_(lanes) {
    if (lanes == 0) Enter();
  }
  // Of another signal than traces: the request as it is sent (exporter::Exporter::ExportSaved), of so many items, to
  // one lane.
  Parcel(std::string request, std::size_t items, loss::Ledger* ledger)
      : request_(std::move(request)), spans_(items), bytes_(request_.size()), ledger_(ledger), open_(1) {}
  ~Parcel() {
    if (pool_ != nullptr) pool_->Give(std::move(batch_));
  }
  Parcel(const Parcel&) = delete;
  Parcel& operator=(const Parcel&) = delete;

  const drain::Batch& batch() const { return batch_; }
  const std::string& request() const { return request_; }  // "": it is a batch
  std::size_t spans() const { return spans_; }
  std::size_t bytes() const { return bytes_; }
  Clock::time_point since() const { return since_; }  // it was handed over

  void Delivered(std::size_t rejected) {
    std::size_t most = rejected_.load();
    while (most < rejected && !rejected_.compare_exchange_weak(most, rejected)) {
    }
    Settle();
  }
  void Spilled() {
    spilled_ = true;
    Settle();
  }
  void Lost(loss::Reason reason) {
    int none = kNone;
    lost_.compare_exchange_strong(none, static_cast<int>(reason));
    Settle();
  }

 private:
  static constexpr int kNone = -1;

  void Settle() {
    if (open_.fetch_sub(1) == 1) Enter();
  }
  void Enter() {
    if (const int reason = lost_.load(); reason != kNone) {
      ledger_->Dropped(static_cast<loss::Reason>(reason), spans_);
    } else if (spilled_) {
      ledger_->Spilled(spans_);
    } else {
      ledger_->Dropped(loss::Reason::kRejected, rejected_.load());
      ledger_->Delivered(spans_ - rejected_.load());
    }
  }

  drain::Batch batch_;
  const std::string request_;
  const std::size_t spans_;
  const std::size_t bytes_;
  loss::Ledger* const ledger_;
  const std::shared_ptr<BatchPool> pool_;
  const Clock::time_point since_ = Clock::now();
  std::atomic<std::size_t> open_;
  std::atomic<int> lost_{kNone};
  std::atomic<bool> spilled_{false};
  std::atomic<std::size_t> rejected_{0};
};

}  // namespace spansmith::deliver

#endif  // SPANSMITH_DELIVER_PARCEL_H_
