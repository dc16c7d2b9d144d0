// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Spans to exporters: batches, each handed to every lane (lane.h); what became of each goes into the ledger. A span is
// delivered if every exporter took it. Filled by one thread, the drain's; the other functions by any.
#ifndef SPANSMITH_DELIVER_DELIVER_H_
#define SPANSMITH_DELIVER_DELIVER_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "config/config.h"
#include "deliver/lane.h"
#include "deliver/parcel.h"
#include "drain/stage.h"
#include "export/exporter.h"
#include "loss/ledger.h"

namespace spansmith::deliver {

class Delivery : public drain::Outlet {
 public:
  using Clock = std::chrono::steady_clock;
  using Marks = std::vector<std::pair<std::shared_ptr<Lane>, std::uint64_t>>;

  // `on_room`: called by threads of lanes, when there may be room again. `lost_before`: how many spans were lost before
  // they could be passed; called by them too; may be empty.
  Delivery(const config::Config& config, loss::Ledger* ledger, std::function<void()> on_room,
           std::function<std::uint64_t()> lost_before = nullptr);

  // From the next batch on. `instead`: of all that there were, which have no more time.
  void Add(std::shared_ptr<exporter::Exporter> exporter, bool instead);

  void Pass(const record::SpanView& span) override;
  void Pass(SpanData span);
  // How many spans the lane with the most room takes: the others drop what they have none for.
  std::size_t Room() const;
  void HandOver();                              // what was passed so far
  void LookForShortage(Clock::time_point now);  // the filling thread, now and then
  void Trim() { pool_->Trim(); }

  Marks Mark() const;  // what was handed over so far
  // False: some of it was still under way at `deadline`.
  static bool WaitUntilDone(const Marks& marks, Clock::time_point deadline);
  void Hurry();

  void Stop(Clock::time_point deadline);
  // Nothing more is passed. False: an exporter did not return by `deadline`; its spans are counted as lost.
  bool Finish(Clock::time_point deadline);
  std::vector<std::string> Farewell() const;
  std::vector<Account> Accounts() const;

  void HoldForFork();
  void ReleaseAfterFork();

 private:
  std::vector<std::shared_ptr<Lane>> Lanes() const;

  const config::Config config_;
  loss::Ledger* const ledger_;
  const std::function<void()> on_room_;
  const std::function<std::uint64_t()> lost_before_;
  const std::shared_ptr<BatchPool> pool_ = std::make_shared<BatchPool>();
  drain::Batch open_;  // the filling thread's
  mutable std::mutex mutex_;
  std::vector<std::shared_ptr<Lane>> lanes_;
  bool has_spill_ = false;
};

}  // namespace spansmith::deliver

#endif  // SPANSMITH_DELIVER_DELIVER_H_
