// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See deliver.h.
#include "deliver/deliver.h"

#include <algorithm>
#include <utility>

namespace spansmith::deliver {

Delivery::Delivery(const config::Config& config, loss::Ledger* ledger, std::function<void()> on_room,
                   std::function<std::uint64_t()> lost_before)
    : config_(config), ledger_(ledger), on_room_(std::move(on_room)), lost_before_(std::move(lost_before)) {}

void Delivery::Add(std::shared_ptr<exporter::Exporter> exporter, bool instead) {
  HandOver();
  std::vector<std::shared_ptr<Lane>> old;
  if (instead) {
    const std::lock_guard lock(mutex_);
    old = std::exchange(lanes_, {});
    has_spill_ = false;
  }
  const auto now = Clock::now();
  for (const auto& lane : old) lane->Stop(now);
  for (const auto& lane : old) lane->Finish(now + std::chrono::seconds(1));
  std::shared_ptr<Spill> spill;
  if (!config_.spill.folder.empty() && exporter->CanSave() && !has_spill_) {
    spill = std::make_shared<Spill>(config_.spill);
    has_spill_ = true;
  }
  auto lane = std::make_shared<Lane>(std::move(exporter), config_, std::move(spill), on_room_, lost_before_);
  Lane::Start(lane);
  const std::lock_guard lock(mutex_);
  lanes_.push_back(std::move(lane));
}

std::vector<std::shared_ptr<Lane>> Delivery::Lanes() const {
  const std::lock_guard lock(mutex_);
  return lanes_;
}

void Delivery::Pass(const record::SpanView& span) {
  open_.Add(span.record());
  if (open_.size() >= config_.batch.max_batch_size) HandOver();
}

void Delivery::Pass(SpanData span) {
  open_.Add(std::move(span));
  if (open_.size() >= config_.batch.max_batch_size) HandOver();
}

std::size_t Delivery::Room() const {
  std::size_t most = 0;
  const std::lock_guard lock(mutex_);
  if (lanes_.empty()) return config_.batch.max_queue_size;
  for (const auto& lane : lanes_) most = std::max(most, lane->Room());
  return most;
}

void Delivery::HandOver() {
  if (open_.empty()) return;
  const bool strict = Room() != 0;
  const auto lanes = Lanes();
  const auto parcel = std::make_shared<Parcel>(std::move(open_), lanes.size(), ledger_, pool_);
  open_ = pool_->Take();
  for (const auto& lane : lanes) lane->Put(parcel, strict);
}

void Delivery::LookForShortage(Clock::time_point now) {
  for (const auto& lane : Lanes()) lane->LookForShortage(now);
}

Delivery::Marks Delivery::Mark() const {
  Marks marks;
  for (const auto& lane : Lanes()) marks.emplace_back(lane, lane->Mark());
  return marks;
}

bool Delivery::WaitUntilDone(const Marks& marks, Clock::time_point deadline) {
  bool done = true;
  for (const auto& [lane, mark] : marks) done = lane->WaitUntilDone(mark, deadline) && done;
  return done;
}

void Delivery::Hurry() {
  for (const auto& lane : Lanes()) lane->Hurry();
}

void Delivery::Stop(Clock::time_point deadline) {
  for (const auto& lane : Lanes()) lane->Stop(deadline);
}

bool Delivery::Finish(Clock::time_point deadline) {
  HandOver();
  bool ended = true;
  for (const auto& lane : Lanes()) ended = lane->Finish(deadline) && ended;
  return ended;
}

std::vector<std::string> Delivery::Farewell() const {
  std::vector<std::string> lines;
  for (const auto& lane : Lanes()) {
    for (std::string& line : lane->Farewell()) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<Account> Delivery::Accounts() const {
  std::vector<Account> accounts;
  for (const auto& lane : Lanes()) accounts.push_back(lane->account());
  return accounts;
}

void Delivery::HoldForFork() {
  mutex_.lock();
  for (const auto& lane : lanes_) lane->fork_gate().Hold();
}

void Delivery::ReleaseAfterFork() {
  for (const auto& lane : lanes_) lane->fork_gate().Release();
  mutex_.unlock();
}

}  // namespace spansmith::deliver
