// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The part of the core that counts. See core.h.
#include "lifecycle/core.h"
#include "lifecycle/sdk_metrics.h"
#include "propagate/refused.h"
#include "record/ring_registry.h"
#include "record/thread_state.h"

namespace spansmith::lifecycle {

Stats Core::Count() const {
  Stats stats;
  stats.delivered = ledger_.delivered();
  stats.spilled = ledger_.spilled();
  stats.dropped_queue_full = ledger_.dropped(loss::Reason::kQueueFull);
  stats.dropped_export_failed = ledger_.dropped(loss::Reason::kExportFailed);
  stats.dropped_rejected = ledger_.dropped(loss::Reason::kRejected);
  stats.dropped_shutdown_timeout = ledger_.dropped(loss::Reason::kShutdownTimeout);
  stats.dropped_tail_evicted = ledger_.dropped(loss::Reason::kTailEvicted);
  stats.failed_attributes = ledger_.failed_attributes();
  stats.dropped_attributes = ledger_.dropped_attributes();
  stats.dropped_links = ledger_.dropped_links();
  stats.dropped_events = ledger_.dropped_events();
  stats.dropped_no_memory = record::LostWithoutRing().load(std::memory_order_relaxed);
  stats.dropped_after_shutdown = record::EndedAfterShutdown().load(std::memory_order_relaxed);
  stats.dropped_in_signal_handler = record::LostInSignalHandler().load(std::memory_order_relaxed);
  stats.produced = stats.dropped_no_memory + stats.dropped_after_shutdown + stats.dropped_in_signal_handler;
  record::Rings().ForEach([&](const record::Ring& ring) {
    stats.dropped_ring_full += ring.dropped();  // before produced, so that pending is never negative
    stats.sampled_out += ring.sampled_out();
    stats.produced += ring.produced();
  });
  stats.produced += stats.sampled_out;
  stats.sampled_out += ledger_.sampled_out();  // by tail sampling: produced already
  const std::uint64_t gone = stats.delivered + stats.sampled_out + stats.spilled + stats.Dropped();
  stats.pending = stats.produced > gone ? stats.produced - gone : 0;
  return stats;
}

std::vector<SdkMetric> Core::Metrics() {
  const std::lock_guard lock(mutex_);
  std::vector<SdkMetric> metrics = MetricsOf(Count(), worker_ ? worker_->Accounts() : std::vector<deliver::Account>{});
  for (std::size_t i = 0; i < propagate::kRefusedKinds; ++i) {
    const auto kind = static_cast<propagate::Refused>(i);
    const std::uint64_t count = propagate::RefusedSoFar(kind);
    if (count == 0) continue;  // a reason that never came is left out
    metrics.push_back({"spansmith.propagation.refused",
                       "{header}",
                       true,
                       {{"error.type", propagate::NameOf(kind)}},
                       static_cast<double>(count)});
  }
  return metrics;
}

}  // namespace spansmith::lifecycle
