// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See ledger.h.
#include "loss/ledger.h"

namespace spansmith::loss {

void Ledger::Reset() noexcept {
  delivered_.store(0, std::memory_order_relaxed);
  for (auto& count : dropped_) count.store(0, std::memory_order_relaxed);
  spilled_.store(0, std::memory_order_relaxed);
  sampled_out_.store(0, std::memory_order_relaxed);
  failed_attributes_.store(0, std::memory_order_relaxed);
  dropped_attributes_.store(0, std::memory_order_relaxed);
  dropped_links_.store(0, std::memory_order_relaxed);
  dropped_events_.store(0, std::memory_order_relaxed);
}

}  // namespace spansmith::loss
