// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See deliver.h.
#include "deliver/deliver.h"

#include <algorithm>
#include <utility>

#include "notice/notice.h"

namespace spansmith::deliver {

Delivery::Delivery(const config::BatchConfig& batch, std::vector<std::unique_ptr<exporter::Exporter>> exporters,
                   loss::Ledger* ledger)
    : max_queue_size_(batch.max_queue_size),
      max_batch_size_(batch.max_batch_size),
      export_timeout_(batch.export_timeout),
      exporters_(std::move(exporters)),
      accounts_(exporters_.size()),
      ledger_(ledger) {
  std::stable_partition(exporters_.begin(), exporters_.end(), [](const auto& e) { return !e->NeedsTime(); });
}

void Delivery::Add(std::unique_ptr<exporter::Exporter> exporter, bool instead) {
  if (instead) {
    exporters_.clear();
    accounts_.clear();
  }
  exporters_.push_back(std::move(exporter));
  accounts_.emplace_back();
}

bool Delivery::Send(const transport::Patience& patience, bool quiet) {
  bool all = true;
  std::size_t left = queued_;  // what was here at the call; a program that never pauses would keep us for ever
  while (left != 0 || queued_ >= max_batch_size_) {
    drain::Batch batch = std::move(queue_.front());
    queue_.pop_front();
    queued_ -= batch.size();
    left -= std::min(left, batch.size());
    all = SendBatch(batch, patience, quiet) && all;
    batch.Clear();
    spare_ = std::move(batch);
  }
  return all;
}

drain::Batch& Delivery::OpenBatch() {
  if (queue_.empty() || queue_.back().size() >= max_batch_size_) queue_.push_back(std::exchange(spare_, {}));
  ++queued_;
  return queue_.back();
}

bool Delivery::SendBatch(const drain::Batch& batch, const transport::Patience& whole, bool quiet) {
  std::size_t rejected = 0;
  bool failed = false;
  bool late = false;
  for (std::size_t i = 0; i < exporters_.size(); ++i) {
    if (exporters_[i]->NeedsTime() && whole.remaining().count() <= 0) {
      late = true;
      continue;
    }
    const exporter::Outcome outcome = Attempt(*exporters_[i], batch, whole);
    Account& account = accounts_[i];
    account.tried += batch.size();
    if (outcome.delivered() && outcome.rejected == 0) continue;
    account.reason = outcome.reason;
    std::string line;
    if (outcome.delivered()) {
      rejected = std::max(rejected, outcome.rejected);
      account.rejected += outcome.rejected;
      line = exporters_[i]->Destination() + " refuses spans: " + outcome.reason;
    } else {
      failed = true;
      account.failed += batch.size();
      line = "spans cannot be sent to " + exporters_[i]->Destination() + ": " + outcome.reason;
    }
    if (!quiet) notice::SayOnce(line + "; they are lost, and counted at exit; " + exporters_[i]->Advice());
  }
  if (failed || late) {
    ledger_->Dropped(failed ? loss::Reason::kExportFailed : loss::Reason::kShutdownTimeout, batch.size());
    return false;
  }
  ledger_->Dropped(loss::Reason::kRejected, rejected);
  ledger_->Delivered(batch.size() - rejected);
  return rejected == 0;
}

exporter::Outcome Delivery::Attempt(exporter::Exporter& exporter, const drain::Batch& batch,
                                    const transport::Patience& whole) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + export_timeout_;
  transport::Patience patience = whole;
  patience.remaining = [&] {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    return std::min(left, whole.remaining());
  };
  return exporter.Export(batch, patience);
}

void Delivery::Finish() {
  for (const auto& exporter : exporters_) exporter->Finish();
}

std::vector<std::string> Delivery::Farewell() const {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < exporters_.size(); ++i) {
    const Account& account = accounts_[i];
    const std::string of = " of " + std::to_string(account.tried) + " spans ";
    const std::string where = exporters_[i]->Destination() + ": " + account.reason + "; " + exporters_[i]->Advice();
    if (account.failed != 0) lines.push_back(std::to_string(account.failed) + of + "could not be sent to " + where);
    if (account.rejected != 0) lines.push_back(std::to_string(account.rejected) + of + "were refused by " + where);
  }
  return lines;
}

}  // namespace spansmith::deliver
