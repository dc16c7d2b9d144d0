// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Spans to exporters: a bounded queue, batches, one attempt of each exporter at each batch, and the result into the
// ledger. A span is delivered if every exporter took it. Each is tried, whatever another did, and has a time of its
// own; those that need no network are tried first, and even where no time is left. Trying again will be here, between
// Attempt and the ledger. One thread.
#ifndef SPANSMITH_DELIVER_DELIVER_H_
#define SPANSMITH_DELIVER_DELIVER_H_

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "config/config.h"
#include "drain/batch.h"
#include "drain/stage.h"
#include "export/exporter.h"
#include "loss/ledger.h"
#include "transport/http.h"

namespace spansmith::deliver {

// What one exporter did, for the line at the end.
struct Account {
  std::uint64_t tried = 0;     // spans
  std::uint64_t failed = 0;    // spans
  std::uint64_t rejected = 0;  // spans
  std::string reason;          // of the last failure
};

class Delivery : public drain::Outlet {
 public:
  Delivery(const config::BatchConfig& batch, std::vector<std::unique_ptr<exporter::Exporter>> exporters,
           loss::Ledger* ledger);

  // From the next batch on. `instead`: of all that there were.
  void Add(std::unique_ptr<exporter::Exporter> exporter, bool instead);

  void Pass(const record::SpanView& span) override { OpenBatch().Add(span.record()); }
  void Pass(SpanData span) { OpenBatch().Add(std::move(span)); }
  std::size_t queued() const { return queued_; }  // spans
  std::size_t Room() const { return queued_ < max_queue_size_ ? max_queue_size_ - queued_ : 0; }

  // Sends what is queued, in batches; spans that come in `meanwhile` too, as long as a batch is full. False if anything
  // was lost. Where no time is left, spans are counted as lost to the shutdown. `quiet`: the line at the end will tell.
  bool Send(const transport::Patience& patience, bool quiet);
  void Finish();  // no more spans: says so to the exporters

  // "7 of 7 spans could not be sent to ..." for every exporter that lost some.
  std::vector<std::string> Farewell() const;

 private:
  drain::Batch& OpenBatch();  // one that is not full, for one more span
  bool SendBatch(const drain::Batch& batch, const transport::Patience& patience, bool quiet);
  exporter::Outcome Attempt(exporter::Exporter& exporter, const drain::Batch& batch,
                            const transport::Patience& patience);

  const std::size_t max_queue_size_;
  const std::size_t max_batch_size_;
  const std::chrono::milliseconds export_timeout_;  // of one batch, for each exporter
  std::vector<std::unique_ptr<exporter::Exporter>> exporters_;
  std::vector<Account> accounts_;  // one an exporter
  loss::Ledger* ledger_;
  std::deque<drain::Batch> queue_;  // all but the last are full
  std::size_t queued_ = 0;          // spans in it
  drain::Batch spare_;              // its memory, for the next batch
};

}  // namespace spansmith::deliver

#endif  // SPANSMITH_DELIVER_DELIVER_H_
