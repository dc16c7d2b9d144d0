// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One exporter's way out: retries, bounds, the end. Waiting is for events; what would pass in real time is short.
#include "deliver/lane.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "notice/notice.h"

namespace spansmith::deliver {
namespace {

using exporter::Outcome;
using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Clock = Lane::Clock;

Outcome Refused() {
  Outcome outcome = Outcome::Retry("connection refused");
  outcome.refused = true;
  return outcome;
}

Outcome Throttled(milliseconds after) {
  Outcome outcome = Outcome::Retry("HTTP 429");
  outcome.retry_after = after;
  return outcome;
}

// What an exporter answers, and what it saw.
struct Script {
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Outcome> outcomes;  // then `always`
  Outcome always = Outcome::Delivered();
  bool hold = false;  // no attempt returns
  std::vector<std::size_t> batches;
  std::vector<Clock::time_point> times;
  std::vector<std::string> saved;
  bool needs_time = true;
  bool finished = false;

  void WaitForAttempts(std::size_t count) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return batches.size() >= count; });
  }
  void Answer(Outcome outcome) {
    const std::lock_guard lock(mutex);
    always = std::move(outcome);
  }
  void Release() {
    const std::lock_guard lock(mutex);
    hold = false;
    changed.notify_all();
  }
};

class Scripted : public exporter::Exporter {
 public:
  explicit Scripted(Script* script) : script_(script) {}
  Outcome Export(const drain::Batch& batch, const transport::Patience& patience) override {
    std::unique_lock lock(script_->mutex);
    script_->batches.push_back(batch.size());
    script_->times.push_back(Clock::now());
    script_->changed.notify_all();
    while (script_->hold) {
      if (script_->needs_time && patience.remaining().count() <= 0) return Outcome::Retry("no answer");
      script_->changed.wait_for(lock, milliseconds(1));
    }
    return Next();
  }
  bool CanSave() const override { return true; }
  std::string Save(const drain::Batch& batch) override { return std::string(batch.size(), 's'); }
  Outcome ExportSaved(std::string_view saved, std::size_t, const transport::Patience&) override {
    const std::lock_guard lock(script_->mutex);
    script_->saved.emplace_back(saved);
    script_->changed.notify_all();
    return Next();
  }
  bool NeedsTime() const override { return script_->needs_time; }
  void Finish() override { script_->finished = true; }
  std::string Destination() const override { return "http://h/"; }
  std::string Advice() const override { return "check it"; }

 private:
  Outcome Next() {
    if (script_->outcomes.empty()) return script_->always;
    Outcome outcome = script_->outcomes.front();
    script_->outcomes.pop_front();
    return outcome;
  }
  Script* script_;
};

class LaneTest : public ::testing::Test {
 protected:
  LaneTest() {
    notice::SetSink([this](const std::string& line) {
      const std::lock_guard lock(lines_mutex_);
      lines_.push_back(line);
    });
    config_.batch.max_queue_size = 10;
    config_.retry.first_delay = milliseconds(1);
    config_.retry.most_delay = milliseconds(4);
  }
  ~LaneTest() override {
    script_.Release();
    if (lane_) End(seconds(60));
    notice::SetSink({});
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
  }

  void Start() {
    std::shared_ptr<Spill> spill;
    if (!folder_.empty()) spill = std::make_shared<Spill>(config_.spill);
    lane_ = std::make_shared<Lane>(
        std::make_shared<Scripted>(&script_), config_, std::move(spill), [] {}, [this] { return lost_before_.load(); });
    Lane::Start(lane_);
  }
  void UseSpill() {
    std::string pattern = ::testing::TempDir() + "laneXXXXXX";
    folder_ = mkdtemp(pattern.data());
    config_.spill.folder = folder_;
  }
  void Put(std::size_t spans, bool strict = true) {
    lane_->Put(std::make_shared<Parcel>(drain::Batch(std::vector<SpanData>(spans)), 1, &ledger_, pool_), strict);
  }
  bool Wait() { return lane_->WaitUntilDone(lane_->Mark(), Clock::now() + seconds(60)); }
  bool End(Clock::duration time) {
    lane_->Stop(Clock::now() + time);
    const bool ended = lane_->Finish(Clock::now() + time + seconds(60));
    if (ended) account_ = lane_->account();
    farewell_ = lane_->Farewell();
    lane_.reset();
    return ended;
  }
  std::uint64_t Lost(loss::Reason reason) const { return ledger_.dropped(reason); }

  config::Config config_;
  Script script_;
  loss::Ledger ledger_;
  std::shared_ptr<BatchPool> pool_ = std::make_shared<BatchPool>();
  std::shared_ptr<Lane> lane_;
  std::atomic<std::uint64_t> lost_before_{0};
  std::string folder_;
  Account account_;
  std::vector<std::string> farewell_;
  std::mutex lines_mutex_;
  std::vector<std::string> lines_;
};

TEST_F(LaneTest, DeliversInTurnAndSaysSoAtTheEnd) {
  Start();
  Put(4);
  Put(2);
  EXPECT_TRUE(Wait());
  EXPECT_EQ(ledger_.delivered(), 6u);
  EXPECT_TRUE(End(seconds(60)));
  EXPECT_THAT(script_.batches, ElementsAre(4u, 2u));
  EXPECT_TRUE(script_.finished);
  EXPECT_THAT(farewell_, IsEmpty());
  EXPECT_EQ(account_.exported, 6u);
  EXPECT_EQ(account_.attempts, 2u);
  EXPECT_EQ(account_.queued_spans, 0u);
  EXPECT_EQ(account_.queued_bytes, 0u);
}

TEST_F(LaneTest, ABatchIsTriedAgainUntilItIsTaken) {
  script_.outcomes = {Refused(), Outcome::Retry("HTTP 503"), Throttled(milliseconds(2))};
  Start();
  Put(4);
  EXPECT_TRUE(Wait());
  EXPECT_EQ(ledger_.delivered(), 4u);
  EXPECT_TRUE(End(seconds(60)));
  EXPECT_THAT(script_.batches, ElementsAre(4u, 4u, 4u, 4u));
  EXPECT_EQ(account_.retries, 3u);
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("connection refused; they are kept and tried again for up to 300 s"),
                                  HasSubstr("none was lost meanwhile")));
}

TEST_F(LaneTest, AnAnswerThatAllowsNoRetryLosesTheBatchAlone) {
  script_.outcomes = {Outcome::Lost("HTTP 400")};
  Start();
  Put(4);
  Put(3);
  EXPECT_TRUE(Wait());
  EXPECT_EQ(Lost(loss::Reason::kExportFailed), 4u);
  EXPECT_EQ(ledger_.delivered(), 3u);
  EXPECT_TRUE(End(seconds(60)));
  EXPECT_THAT(farewell_, ElementsAre("4 of 7 spans could not be sent to http://h/: HTTP 400; check it"));
}

TEST_F(LaneTest, RetriesHaveABound) {
  config_.retry.total = milliseconds(300);
  script_.always = Outcome::Retry("HTTP 503");
  Start();
  const auto begin = Clock::now();
  Put(4);
  EXPECT_TRUE(Wait());
  EXPECT_EQ(Lost(loss::Reason::kExportFailed), 4u);
  EXPECT_GT(script_.batches.size(), 2u);
  for (const auto time : script_.times) EXPECT_LT(time - begin, seconds(30));
}

TEST_F(LaneTest, ATotalOfZeroMeansNoRetry) {
  config_.retry.total = milliseconds(0);
  script_.always = Refused();
  Start();
  Put(4);
  EXPECT_TRUE(Wait());
  EXPECT_THAT(script_.batches, ElementsAre(4u));
}

TEST_F(LaneTest, WhatTheReceiverAskedForIsWaited) {
  script_.outcomes = {Throttled(milliseconds(80))};
  Start();
  Put(4);
  script_.WaitForAttempts(1);
  lane_->Hurry();  // not even then
  EXPECT_TRUE(Wait());
  EXPECT_GE(script_.times.at(1) - script_.times.at(0), milliseconds(80));
}

TEST_F(LaneTest, ThrottlingBeyondTheBoundIsALoss) {
  config_.retry.total = seconds(10);
  script_.outcomes = {Throttled(seconds(11))};
  Start();
  Put(4);
  EXPECT_TRUE(Wait());
  EXPECT_EQ(Lost(loss::Reason::kExportFailed), 4u);
}

TEST_F(LaneTest, AFlushTriesAgainAtOnce) {
  config_.retry.first_delay = config_.retry.most_delay = seconds(60);
  script_.outcomes = {Refused()};
  Start();
  Put(4);
  EXPECT_FALSE(lane_->WaitUntilDone(lane_->Mark(), Clock::now() + milliseconds(1)));
  while (!lane_->WaitUntilDone(lane_->Mark(), Clock::now() + milliseconds(1))) lane_->Hurry();
  EXPECT_EQ(ledger_.delivered(), 4u);
}

TEST_F(LaneTest, AFullQueueDropsTheNewest) {
  script_.hold = true;
  Start();
  Put(4);
  script_.WaitForAttempts(1);
  Put(4);
  EXPECT_EQ(lane_->Room(), 2u);
  Put(2);
  EXPECT_EQ(lane_->Room(), 0u);
  Put(3);
  EXPECT_EQ(Lost(loss::Reason::kQueueFull), 3u);
  Put(1, false);  // comes at once with others, who have no room either
  script_.Release();
  EXPECT_TRUE(Wait());
  EXPECT_EQ(ledger_.delivered(), 11u);
  EXPECT_TRUE(End(seconds(60)));
  EXPECT_THAT(farewell_, ElementsAre(HasSubstr("3 of 14 spans were dropped, because the queue to http://h/ was full")));
}

// The outage is over, but not all of its spans were there to be sent.
TEST_F(LaneTest, WhatTheQueueDroppedMeanwhileIsInTheCountAtTheEnd) {
  lost_before_ = 5;
  script_.outcomes = {Outcome::Retry("HTTP 503")};
  script_.always = Outcome::Retry("HTTP 503");
  Start();
  Put(4);
  script_.WaitForAttempts(2);
  Put(6);
  Put(3);
  lane_->LookForShortage(Clock::now());
  lost_before_ = 7;
  script_.Answer(Outcome::Delivered());
  EXPECT_TRUE(Wait());
  lane_->LookForShortage(Clock::now() + seconds(2));
  EXPECT_TRUE(End(seconds(60)));
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("HTTP 503; they are kept and tried again"),
                                  HasSubstr("spans are lost: the queue to http://h/ is full"),
                                  HasSubstr("spans are sent to http://h/ again; 5 were lost meanwhile"),
                                  HasSubstr("the queue to http://h/ has room again; 3 spans were lost meanwhile")));
}

TEST_F(LaneTest, OrTheOldestByChoice) {
  config_.batch.drop_oldest = true;
  script_.hold = true;
  Start();
  Put(4);
  script_.WaitForAttempts(1);
  Put(3);
  Put(3);
  EXPECT_GT(lane_->Room(), 0u);
  Put(2);
  EXPECT_EQ(Lost(loss::Reason::kQueueFull), 3u);
  script_.Release();
  EXPECT_TRUE(Wait());
  EXPECT_TRUE(End(seconds(60)));
  EXPECT_THAT(script_.batches, ElementsAre(4u, 3u, 2u));
}

TEST_F(LaneTest, AQueueFullOfBytesTakesNoMore) {
  config_.batch.max_queue_size = 1'000'000;
  config_.batch.max_queue_bytes = 1;
  script_.hold = true;
  Start();
  Put(4, false);
  script_.WaitForAttempts(1);
  EXPECT_EQ(lane_->Room(), 0u);
  Put(1, false);
  EXPECT_EQ(Lost(loss::Reason::kQueueFull), 1u);
}

TEST_F(LaneTest, ARefusingReceiverDoesNotHoldUpTheEnd) {
  config_.retry.first_delay = config_.retry.most_delay = seconds(60);
  script_.always = Refused();
  Start();
  Put(4);
  script_.WaitForAttempts(1);
  Put(2);
  const auto begin = Clock::now();
  EXPECT_TRUE(End(seconds(50)));
  EXPECT_LT(Clock::now() - begin, seconds(50));
  EXPECT_EQ(Lost(loss::Reason::kExportFailed), 6u);
}

TEST_F(LaneTest, OneThatIsBusyIsTriedAgainUntilTheEnd) {
  config_.retry.first_delay = config_.retry.most_delay = seconds(60);
  script_.outcomes = {Outcome::Retry("HTTP 503"), Outcome::Retry("HTTP 503"), Outcome::Retry("HTTP 503")};
  Start();
  Put(4);
  script_.WaitForAttempts(1);
  EXPECT_TRUE(End(seconds(2)));
  EXPECT_EQ(ledger_.delivered(), 4u);
}

TEST_F(LaneTest, ThrottlingBeyondTheEndIsNotWaitedFor) {
  script_.always = Throttled(seconds(60));
  Start();
  Put(4);
  script_.WaitForAttempts(1);
  const auto begin = Clock::now();
  EXPECT_TRUE(End(seconds(50)));
  EXPECT_LT(Clock::now() - begin, seconds(50));
  EXPECT_THAT(script_.batches, ElementsAre(4u));
}

TEST_F(LaneTest, WhatHasNoTimeIsCountedApart) {
  script_.hold = true;
  Start();
  Put(4);
  script_.WaitForAttempts(1);
  Put(5);
  EXPECT_TRUE(End(milliseconds(10)));
  EXPECT_EQ(Lost(loss::Reason::kExportFailed), 4u);
  EXPECT_EQ(Lost(loss::Reason::kShutdownTimeout), 5u);
  EXPECT_EQ(account_.late, 5u);
}

TEST_F(LaneTest, WhatNeedsNoTimeIsDoneAllTheSame) {
  script_.needs_time = false;
  Start();
  Put(4);
  EXPECT_TRUE(End(milliseconds(0)));
  EXPECT_EQ(ledger_.delivered(), 4u);
}

TEST_F(LaneTest, AnExporterThatDoesNotReturnIsLeftAlone) {
  script_.needs_time = false;  // it cares for no deadline
  script_.hold = true;
  Start();
  Put(4);
  script_.WaitForAttempts(1);
  Put(5);
  const std::shared_ptr<Lane> lane = lane_;
  lane->Stop(Clock::now());
  EXPECT_FALSE(lane->Finish(Clock::now() + milliseconds(10)));
  EXPECT_EQ(Lost(loss::Reason::kShutdownTimeout), 9u);
  script_.Release();
  while (lane.use_count() > 2) usleep(100);  // its thread has let go of it
  EXPECT_EQ(ledger_.delivered(), 0u) << "what is counted as lost is not delivered later";
  lane_.reset();
}

TEST_F(LaneTest, RejectedSpansAreCountedApart) {
  script_.outcomes = {Outcome::Delivered(3, "too long")};
  Start();
  Put(4);
  EXPECT_TRUE(Wait());
  EXPECT_EQ(Lost(loss::Reason::kRejected), 3u);
  EXPECT_EQ(ledger_.delivered(), 1u);
  EXPECT_TRUE(End(seconds(60)));
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("http://h/ refuses spans: too long")));
  EXPECT_THAT(farewell_, ElementsAre("3 of 4 spans were refused by http://h/: too long; check it"));
}

TEST_F(LaneTest, WhatAReceiverSaysOfTakenSpansIsToldOnce) {
  script_.outcomes = {Outcome::Delivered(1, "no 1"), Outcome::Delivered(1, "no 2"),
                      Outcome::Delivered(0, "soon full 1"), Outcome::Delivered(0, "soon full 2")};
  Start();
  for (int i = 0; i < 4; ++i) Put(2);
  EXPECT_TRUE(Wait());
  EXPECT_TRUE(End(seconds(60)));
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("http://h/ refuses spans: no 1"),
                                  HasSubstr("http://h/ takes all spans, with a warning: soon full 1")));
  EXPECT_EQ(ledger_.delivered(), 6u);
}

TEST_F(LaneTest, WhatCouldNotBeSentIsSpilledAndSentByTheNext) {
  UseSpill();
  script_.always = Refused();
  Start();
  Put(4);
  Put(2);
  EXPECT_TRUE(End(seconds(60)));
  EXPECT_EQ(ledger_.spilled(), 6u);
  EXPECT_EQ(Lost(loss::Reason::kExportFailed), 0u);
  EXPECT_THAT(farewell_,
              ElementsAre(HasSubstr("6 of 6 spans could not be sent to http://h/ and are kept in " + folder_)));
  script_.always = Outcome::Delivered();
  Start();
  Put(1);
  EXPECT_TRUE(Wait());
  EXPECT_TRUE(End(seconds(60)));
  EXPECT_THAT(script_.saved, ElementsAre("ssss", "ss"));
  EXPECT_EQ(account_.recovered, 6u);
  EXPECT_EQ(ledger_.delivered(), 1u);
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(LaneTest, WhatWasLeftIsTriedAgainAfterAnOutage) {
  UseSpill();
  {
    EXPECT_TRUE(Spill(config_.spill).Write("left", 7));
  }
  script_.outcomes = {Refused(), Refused()};
  Start();
  EXPECT_TRUE(lane_->WaitUntilDone(0, Clock::now() + seconds(60)));
  {
    std::unique_lock lock(script_.mutex);
    script_.changed.wait(lock, [this] { return script_.saved.size() == 3; });
  }
  EXPECT_TRUE(End(seconds(60)));
  EXPECT_EQ(account_.recovered, 7u);
}

}  // namespace
}  // namespace spansmith::deliver
