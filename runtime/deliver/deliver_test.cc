// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Batches, results into the ledger, and the lines that people read.
#include "deliver/deliver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notice/notice.h"

namespace spansmith::deliver {
namespace {

using std::chrono::milliseconds;
using ::testing::ElementsAre;

struct Script {
  std::deque<exporter::Outcome> outcomes;  // then delivered
  std::vector<std::size_t> batches;
  bool finished = false;
  bool needs_time = true;
  milliseconds last_remaining{0};
  std::function<void()> meanwhile;
};

class FakeExporter : public exporter::Exporter {
 public:
  explicit FakeExporter(Script* script) : script_(script) {}
  exporter::Outcome Export(const drain::Batch& batch, const transport::Patience& patience) override {
    script_->batches.push_back(batch.size());
    script_->last_remaining = patience.remaining();
    if (script_->meanwhile) script_->meanwhile();
    if (script_->outcomes.empty()) return exporter::Outcome::Delivered();
    exporter::Outcome outcome = script_->outcomes.front();
    script_->outcomes.pop_front();
    return outcome;
  }
  bool NeedsTime() const override { return script_->needs_time; }
  void Finish() override { script_->finished = true; }
  std::string Destination() const override { return "http://h/"; }
  std::string Advice() const override { return "check it"; }

 private:
  Script* script_;
};

class DeliveryTest : public ::testing::Test {
 protected:
  DeliveryTest() {
    notice::SetSink([this](const std::string& line) { lines_.push_back(line); });
  }
  ~DeliveryTest() override { notice::SetSink({}); }

  std::unique_ptr<Delivery> Make(std::vector<Script*> scripts) {
    std::vector<std::unique_ptr<exporter::Exporter>> exporters;
    for (Script* script : scripts) exporters.push_back(std::make_unique<FakeExporter>(script));
    config::BatchConfig config;
    config.max_queue_size = 10;
    config.max_batch_size = 4;
    return std::make_unique<Delivery>(config, std::move(exporters), &ledger_);
  }

  static void Queue(Delivery& delivery, int spans) {
    for (int i = 0; i < spans; ++i) delivery.Pass(SpanData{});
  }

  const transport::Patience patient_{[] { return milliseconds(60'000); }, {}};
  loss::Ledger ledger_;
  std::vector<std::string> lines_;
};

TEST_F(DeliveryTest, SendsInBatchesToEveryExporter) {
  Script a;
  Script b;
  auto delivery = Make({&a, &b});
  Queue(*delivery, 10);
  EXPECT_EQ(delivery->Room(), 0u);
  EXPECT_TRUE(delivery->Send(patient_, false));
  EXPECT_THAT(a.batches, ElementsAre(4u, 4u, 2u));
  EXPECT_EQ(a.batches, b.batches);
  EXPECT_EQ(ledger_.delivered(), 10u);
  EXPECT_EQ(delivery->Room(), 10u);
  EXPECT_TRUE(delivery->Farewell().empty());
  delivery->Finish();
  EXPECT_TRUE(a.finished);
}

TEST_F(DeliveryTest, AFailureIsCountedToldOnceAndSummedUp) {
  Script script;
  script.outcomes = {exporter::Outcome::Lost("connection refused"), exporter::Outcome::Lost("connection refused")};
  auto delivery = Make({&script});
  Queue(*delivery, 10);
  EXPECT_FALSE(delivery->Send(patient_, false));
  EXPECT_EQ(ledger_.dropped(loss::Reason::kExportFailed), 8u);
  EXPECT_EQ(ledger_.delivered(), 2u);
  EXPECT_THAT(lines_,
              ElementsAre("spansmith: spans cannot be sent to http://h/: connection refused; they are lost, and "
                          "counted at exit; check it"));
  EXPECT_THAT(delivery->Farewell(),
              ElementsAre("8 of 10 spans could not be sent to http://h/: connection refused; check it"));
}

TEST_F(DeliveryTest, RejectedSpansAreCountedApart) {
  Script script;
  script.outcomes = {exporter::Outcome::Delivered(3, "too old")};
  auto delivery = Make({&script});
  Queue(*delivery, 4);
  EXPECT_FALSE(delivery->Send(patient_, true));
  EXPECT_EQ(ledger_.dropped(loss::Reason::kRejected), 3u);
  EXPECT_EQ(ledger_.delivered(), 1u);
  EXPECT_TRUE(lines_.empty());
  EXPECT_THAT(delivery->Farewell(), ElementsAre("3 of 4 spans were refused by http://h/: too old; check it"));
}

TEST_F(DeliveryTest, AFailureOfOneDoesNotKeepAnotherFromBeingTried) {
  Script dead;
  dead.outcomes = {exporter::Outcome::Lost("connection refused")};
  Script well;
  auto delivery = Make({&dead, &well});
  Queue(*delivery, 4);
  EXPECT_FALSE(delivery->Send(patient_, true));
  EXPECT_THAT(well.batches, ElementsAre(4u));
  EXPECT_EQ(ledger_.dropped(loss::Reason::kExportFailed), 4u);
}

TEST_F(DeliveryTest, WhatNeedsNoTimeIsTriedFirstAndWhereNoneIsLeft) {
  milliseconds left(60'000);
  Script slow;
  slow.meanwhile = [&left] { left = milliseconds(0); };
  Script local;
  local.needs_time = false;
  local.meanwhile = [&slow] { EXPECT_LE(slow.batches.size(), 1u); };
  auto delivery = Make({&slow, &local});
  Queue(*delivery, 8);
  EXPECT_FALSE(delivery->Send({[&left] { return left; }, {}}, true));
  EXPECT_THAT(local.batches, ElementsAre(4u, 4u));
  EXPECT_THAT(slow.batches, ElementsAre(4u));
  EXPECT_EQ(ledger_.delivered(), 4u);
  EXPECT_EQ(ledger_.dropped(loss::Reason::kShutdownTimeout), 4u);
}

TEST_F(DeliveryTest, WithoutTimeNothingIsTriedAndEverythingIsCounted) {
  Script script;
  auto delivery = Make({&script});
  Queue(*delivery, 5);
  EXPECT_FALSE(delivery->Send({[] { return milliseconds(0); }, {}}, true));
  EXPECT_TRUE(script.batches.empty());
  EXPECT_EQ(ledger_.dropped(loss::Reason::kShutdownTimeout), 5u);
}

}  // namespace
}  // namespace spansmith::deliver
