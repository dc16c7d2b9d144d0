// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Batches to several exporters, of which each goes its own way.
#include "deliver/deliver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "notice/notice.h"

namespace spansmith::deliver {
namespace {

using exporter::Outcome;
using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::ElementsAre;
using Clock = Delivery::Clock;

class FakeExporter : public exporter::Exporter {
 public:
  Outcome Export(const drain::Batch& batch, const transport::Patience& patience) override {
    batches.push_back(batch.size());
    while (hold && patience.remaining().count() > 0) usleep(100);
    return outcome;
  }
  std::string Destination() const override { return name; }
  std::string Advice() const override { return "check it"; }

  std::string name = "http://h/";
  std::vector<std::size_t> batches;
  std::atomic<bool> hold{false};
  Outcome outcome = Outcome::Delivered();
};

class DeliveryTest : public ::testing::Test {
 protected:
  DeliveryTest() {
    notice::SetSink([](const std::string&) {});
  }
  ~DeliveryTest() override { notice::SetSink({}); }

  static config::Config Config() {
    config::Config config;
    config.batch.max_queue_size = 10;
    config.batch.max_batch_size = 4;
    return config;
  }
  void Queue(int spans) {
    for (int i = 0; i < spans; ++i) delivery_.Pass(SpanData{});
  }
  bool Wait() { return Delivery::WaitUntilDone(delivery_.Mark(), Clock::now() + seconds(60)); }
  bool End() {
    delivery_.Stop(Clock::now() + seconds(60));
    return delivery_.Finish(Clock::now() + seconds(60));
  }

  loss::Ledger ledger_;
  std::atomic<int> room_{0};
  Delivery delivery_{Config(), &ledger_, [this] { ++room_; }};
};

TEST_F(DeliveryTest, SendsInBatchesToEveryExporter) {
  const auto a = std::make_shared<FakeExporter>();
  const auto b = std::make_shared<FakeExporter>();
  delivery_.Add(a, false);
  delivery_.Add(b, false);
  Queue(10);
  delivery_.HandOver();
  EXPECT_TRUE(Wait());
  EXPECT_EQ(ledger_.delivered(), 10u);
  EXPECT_EQ(delivery_.Room(), 10u);
  EXPECT_TRUE(End());
  EXPECT_THAT(a->batches, ElementsAre(4u, 4u, 2u));
  EXPECT_EQ(a->batches, b->batches);
  EXPECT_EQ(room_, 6);
  EXPECT_TRUE(delivery_.Farewell().empty());
}

TEST_F(DeliveryTest, AFailureOfOneDoesNotKeepAnotherFromBeingTried) {
  const auto dead = std::make_shared<FakeExporter>();
  dead->outcome = Outcome::Lost("no");
  const auto well = std::make_shared<FakeExporter>();
  well->outcome = Outcome::Delivered(1, "too old");
  delivery_.Add(dead, false);
  delivery_.Add(well, false);
  Queue(4);
  EXPECT_TRUE(Wait());
  EXPECT_EQ(ledger_.dropped(loss::Reason::kExportFailed), 4u);
  EXPECT_EQ(ledger_.dropped(loss::Reason::kRejected), 0u) << "each span is counted once";
  EXPECT_EQ(delivery_.Accounts().at(1).exported, 3u);
  EXPECT_TRUE(End());
}

TEST_F(DeliveryTest, ASlowOneLosesItsOwnAndHoldsUpNobody) {
  const auto slow = std::make_shared<FakeExporter>();
  slow->hold = true;
  const auto well = std::make_shared<FakeExporter>();
  delivery_.Add(slow, false);
  delivery_.Add(well, false);
  for (int i = 0; i < 10; ++i) {
    Queue(4);
    while (delivery_.Accounts().at(1).exported != static_cast<std::uint64_t>(4 * (i + 1))) usleep(100);
    EXPECT_GT(delivery_.Room(), 0u);
  }
  EXPECT_EQ(delivery_.Accounts().at(0).overflow, 28u);
  EXPECT_EQ(ledger_.dropped(loss::Reason::kQueueFull), 28u);
  slow->hold = false;
  EXPECT_TRUE(Wait());
  EXPECT_EQ(ledger_.delivered(), 12u);
  EXPECT_TRUE(End());
}

TEST_F(DeliveryTest, WithoutRoomAnywhereNothingIsAskedFor) {
  const auto slow = std::make_shared<FakeExporter>();
  slow->hold = true;
  delivery_.Add(slow, false);
  Queue(12);
  EXPECT_EQ(delivery_.Room(), 0u);
  EXPECT_EQ(ledger_.dropped(loss::Reason::kQueueFull), 0u) << "what came at once is kept";
  slow->hold = false;
  EXPECT_TRUE(Wait());
  EXPECT_EQ(ledger_.delivered(), 12u);
  EXPECT_TRUE(End());
}

TEST_F(DeliveryTest, OneInsteadOfTheOthers) {
  const auto old = std::make_shared<FakeExporter>();
  const auto other = std::make_shared<FakeExporter>();
  delivery_.Add(old, false);
  Queue(4);
  EXPECT_TRUE(Wait());
  delivery_.Add(other, true);
  Queue(4);
  EXPECT_TRUE(Wait());
  EXPECT_TRUE(End());
  EXPECT_THAT(old->batches, ElementsAre(4u));
  EXPECT_THAT(other->batches, ElementsAre(4u));
  EXPECT_EQ(ledger_.delivered(), 8u);
}

}  // namespace
}  // namespace spansmith::deliver
