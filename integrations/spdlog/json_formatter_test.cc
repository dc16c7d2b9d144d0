// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <spansmith/injected.h>
#include <spansmith/spdlog.h>
#include <spdlog/async.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <regex>
#include <sstream>

namespace spansmith {
namespace {

class JsonFormatterTest : public ::testing::Test {
 protected:
  void TearDown() override { spdlog::shutdown(); }
  // Without its time, whose form is looked at.
  std::string Line() {
    const std::string text = text_.str();
    text_.str("");
    static const std::regex time(R"(\{"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z",)");
    EXPECT_TRUE(std::regex_search(text, time)) << text;
    return std::regex_replace(text, time, "{");
  }
  std::ostringstream text_;
  std::shared_ptr<spdlog::sinks::ostream_sink_mt> sink_ = std::make_shared<spdlog::sinks::ostream_sink_mt>(text_);
};

TEST_F(JsonFormatterTest, ALineIsAnObjectWithTheIdsOfItsSpan) {
  spdlog::logger logger("l", sink_);
  logger.set_formatter(MakeSpdlogJsonFormatter());
  logger.info("before");
  EXPECT_EQ(Line(), "{\"level\":\"info\",\"logger\":\"l\",\"msg\":\"before\"}\n");
  const injected::Attached attached({0x4bf92f3577b34da6, 0xa3ce929d0e0e4736, 0x00f067aa0ba902b7, 1});
  logger.warn("within");
  EXPECT_EQ(Line(),
            "{\"level\":\"warning\",\"logger\":\"l\",\"msg\":\"within\","
            "\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\",\"span_id\":\"00f067aa0ba902b7\","
            "\"trace_flags\":\"01\"}\n");
}

TEST_F(JsonFormatterTest, WhateverAMessageHolds) {
  spdlog::logger logger("a\"b", sink_);
  logger.set_formatter(MakeSpdlogJsonFormatter());
  logger.error(std::string("q\" b\\ n\n t\t \x01 \xc3\xa4"));
  EXPECT_EQ(Line(),
            "{\"level\":\"error\",\"logger\":\"a\\\"b\",\"msg\":\"q\\\" b\\\\ n\\n t\\u0009 \\u0001 \xc3\xa4\"}\n");
  spdlog::logger unnamed("", sink_);
  unnamed.set_formatter(MakeSpdlogJsonFormatter());
  unnamed.critical("");
  EXPECT_EQ(Line(), "{\"level\":\"critical\",\"msg\":\"\"}\n");
}

TEST_F(JsonFormatterTest, AnAsynchronousLoggerHasNoIds) {
  spdlog::init_thread_pool(16, 1);
  {
    auto logger = std::make_shared<spdlog::async_logger>("async", sink_, spdlog::thread_pool());
    logger->set_formatter(MakeSpdlogJsonFormatter());
    const injected::Attached attached({1, 2, 3, 1});
    logger->info("x");
  }
  spdlog::shutdown();  // waits for the pool
  EXPECT_EQ(Line(), "{\"level\":\"info\",\"logger\":\"async\",\"msg\":\"x\"}\n");
}

}  // namespace
}  // namespace spansmith
