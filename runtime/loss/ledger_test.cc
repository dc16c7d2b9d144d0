// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Every reason has its own counter.
#include "loss/ledger.h"

#include <gtest/gtest.h>

namespace spansmith::loss {
namespace {

TEST(Ledger, KeepsReasonsApart) {
  Ledger ledger;
  ledger.Delivered(5);
  ledger.Dropped(Reason::kExportFailed, 3);
  ledger.Dropped(Reason::kRejected, 2);
  ledger.Dropped(Reason::kExportFailed, 1);
  EXPECT_EQ(ledger.delivered(), 5u);
  EXPECT_EQ(ledger.dropped(Reason::kExportFailed), 4u);
  EXPECT_EQ(ledger.dropped(Reason::kRejected), 2u);
  EXPECT_EQ(ledger.dropped(Reason::kShutdownTimeout), 0u);
  ledger.Reset();
  EXPECT_EQ(ledger.delivered() + ledger.dropped(Reason::kExportFailed) + ledger.dropped(Reason::kRejected), 0u);
}

}  // namespace
}  // namespace spansmith::loss
