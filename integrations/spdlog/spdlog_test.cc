// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Records of real loggers.
#include <gtest/gtest.h>
#include <spansmith/spdlog.h>
#include <spansmith/testing/recorder.h>
#include <spdlog/async.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>

namespace spansmith {
namespace {

using injected::Guard;
using injected::Site;

class SpdlogTest : public ::testing::Test {
 protected:
  void TearDown() override { spdlog::shutdown(); }
  std::ostringstream text_;
  std::shared_ptr<spdlog::sinks::ostream_sink_mt> sink_ = std::make_shared<spdlog::sinks::ostream_sink_mt>(text_);
};

TEST_F(SpdlogTest, ARecordHasTheIdsOfTheSpanItWasWrittenIn) {
  const testing::Recorder recorder;
  spdlog::logger logger("l", sink_);
  logger.set_formatter(MakeSpdlogFormatter("%l %*%v"));
  logger.info("before");
  {
    static Site site("S");
    const Guard guard(&site);
    logger.info("within");
  }
  logger.info("after");
  const SpanData span = recorder.Spans().at(0);
  EXPECT_EQ(text_.str(), "info before\ninfo trace_id=" + span.trace_id.Hex() + " span_id=" + span.span_id.Hex() +
                             " trace_flags=03 within\ninfo after\n");
}

TEST_F(SpdlogTest, EachIdAloneForPatternsThatAreJson) {
  spdlog::logger logger("l", sink_);
  logger.set_formatter(MakeSpdlogFormatter(R"({"msg":"%v","trace_id":"%Q","span_id":"%q","trace_flags":"%w"})"));
  logger.info("a");
  const injected::Attached attached({0x4bf92f3577b34da6, 0xa3ce929d0e0e4736, 0x00f067aa0ba902b7, 0});
  logger.info("b");
  EXPECT_EQ(text_.str(), R"({"msg":"a","trace_id":"","span_id":"","trace_flags":""})"
                         "\n"
                         R"({"msg":"b","trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"00f067aa0ba902b7",)"
                         R"("trace_flags":"00"})"
                         "\n");
}

TEST_F(SpdlogTest, OneCallIsForAllLoggers) {
  auto early = std::make_shared<spdlog::logger>("early", sink_);
  spdlog::initialize_logger(early);
  AddTraceIdsToSpdlog("%n %*%v");
  auto late = std::make_shared<spdlog::logger>("late", sink_);
  spdlog::initialize_logger(late);
  const injected::Attached attached({1, 2, 3, 1});
  early->info("x");
  late->info("y");
  const std::string ids = "trace_id=00000000000000010000000000000002 span_id=0000000000000003 trace_flags=01 ";
  EXPECT_EQ(text_.str(), "early " + ids + "x\nlate " + ids + "y\n");
}

TEST_F(SpdlogTest, AnAsynchronousLoggerHasNoIdsRatherThanWrongOnes) {
  spdlog::init_thread_pool(16, 1);
  {
    auto logger = std::make_shared<spdlog::async_logger>("async", sink_, spdlog::thread_pool());
    logger->set_formatter(MakeSpdlogFormatter("%*%v"));
    const injected::Attached attached({1, 2, 3, 1});
    logger->info("x");
  }
  spdlog::shutdown();  // waits for the pool
  EXPECT_EQ(text_.str(), "x\n");
}

}  // namespace
}  // namespace spansmith
