// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What becomes of spans before a receiver that fails, through the whole runtime: retries, the spill directory, signals,
// results, counters. Each in a process of its own, as in lifecycle_test.cc.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spansmith/injected.h>
#include <spansmith/runtime.h>
#include <spansmith/self_observation.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "transport/testing/http_server.h"

namespace spansmith {
namespace {

using injected::Guard;
using injected::Site;
using std::chrono::milliseconds;
using std::chrono::seconds;
using transport::TestHttpServer;

void Work() {
  static Site site("Work");
  const Guard guard(&site);
}

void Set(const char* name, const std::string& value) { setenv(name, value.c_str(), 1); }

void ExportTo(const std::string& url) {
  Set("OTEL_TRACES_EXPORTER", "otlp");
  Set("OTEL_EXPORTER_OTLP_ENDPOINT", url);
  Set("SPANSMITH_RETRY_DELAY", "1");
}

[[noreturn]] void Finish(bool ok) { std::exit(ok ? 0 : 1); }

class DeliveryOfSpans : public ::testing::Test {
 protected:
  void SetUp() override {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    folder_ =
        ::testing::TempDir() + "spansmith-delivery-" + ::testing::UnitTest::GetInstance()->current_test_info()->name();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string File(const std::string& name) const {
    std::filesystem::create_directories(folder_);
    return folder_ + '/' + name;
  }
  static std::string Read(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
  }
  // A program that made a span and gets a signal. Of a death test's child, which is executed anew: sanitizers hold
  // signals back in one that was forked beside other threads.
  static void EndBySignal(int number) {
    Work();
    raise(number);
    std::this_thread::sleep_for(seconds(60));
    _exit(9);
  }

  std::string folder_;
};

TEST_F(DeliveryOfSpans, AReceiverThatIsBusyForAWhileLosesNothing) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        server.Answer(503, "");
        for (int i = 0; i < 7; ++i) Work();
        const FlushResult none = Flush(milliseconds(200));
        server.Answer(200, "");
        const FlushResult all = Flush(seconds(60));
        const Stats stats = GetStats();
        Finish(!none && none.delivered == 0 && none.lost == 0 && none.left == 7 && all && all.delivered == 7 &&
               all.left == 0 && stats.delivered == 7 && stats.Dropped() == 0);
      },
      ::testing::ExitedWithCode(0), "HTTP status 503.*; they are kept and tried again.*\n.*none was lost meanwhile");
}

TEST_F(DeliveryOfSpans, WhatWasLeftIsSentByTheNextProcess) {
  const std::string spill = folder_ + "/spill";
  EXPECT_EXIT(
      {
        ExportTo("http://127.0.0.1:" + std::to_string(transport::RefusingPort()));
        Set("SPANSMITH_SPILL_DIRECTORY", spill);
        for (int i = 0; i < 7; ++i) Work();
        const FlushResult result = Shutdown(seconds(60));
        const Stats stats = GetStats();
        Finish(!result && result.lost == 0 && result.left == 0 && stats.spilled == 7 && stats.Dropped() == 0 &&
               stats.produced == 7);
      },
      ::testing::ExitedWithCode(0), "7 of 7 spans could not be sent to .* and are kept in ");
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        Set("SPANSMITH_SPILL_DIRECTORY", spill);
        Work();
        const bool ok = Shutdown(seconds(60)) && server.Requests().size() == 2;
        bool recovered = false;
        for (const SdkMetric& metric : SdkMetrics()) {
          recovered = recovered || (metric.name == "spansmith.exporter.recovered" && metric.value == 7);
        }
        Finish(ok && recovered && GetStats().delivered == 1);
      },
      ::testing::ExitedWithCode(0), "^$");
  EXPECT_TRUE(std::filesystem::is_empty(spill));
}

TEST_F(DeliveryOfSpans, SignalsDrainWhereTheyAreLeftToTheirDefault) {
  for (const int number : {SIGTERM, SIGINT}) {
    const std::string file = File("traces.jsonl");
    EXPECT_EXIT(
        {
          Set("OTEL_TRACES_EXPORTER", "file");
          Set("SPANSMITH_TRACES_FILE", file);
          Set("SPANSMITH_SIGNALS", "drain");
          signal(number, SIG_DFL);  // a shell starts what runs in the background with SIGINT ignored
          EndBySignal(number);
        },
        ::testing::KilledBySignal(number), "^$")
        << "the process ends as it would have";
    EXPECT_THAT(Read(file), ::testing::HasSubstr("\"Work\""));
    std::filesystem::remove(file);
  }
}

TEST_F(DeliveryOfSpans, WithoutTheVariableNoSignalIsTouched) {
  const std::string file = File("traces.jsonl");
  EXPECT_EXIT(
      {
        Set("OTEL_TRACES_EXPORTER", "file");
        Set("SPANSMITH_TRACES_FILE", file);
        EndBySignal(SIGTERM);
      },
      ::testing::KilledBySignal(SIGTERM), "^$");
  EXPECT_EQ(Read(file), "");
}

TEST_F(DeliveryOfSpans, AHandlerOfTheProgramsIsLeftAlone) {
  EXPECT_EXIT(
      {
        Set("OTEL_TRACES_EXPORTER", "file");
        Set("SPANSMITH_TRACES_FILE", "/dev/null");
        Set("SPANSMITH_SIGNALS", "drain");
        signal(SIGTERM, [](int) { _exit(42); });
        EndBySignal(SIGTERM);
      },
      ::testing::ExitedWithCode(42), "^$");
}

TEST_F(DeliveryOfSpans, ASignalThatIsIgnoredStaysIgnored) {
  EXPECT_EXIT(
      {
        Set("OTEL_TRACES_EXPORTER", "file");
        Set("SPANSMITH_TRACES_FILE", "/dev/null");
        Set("SPANSMITH_SIGNALS", "drain");
        signal(SIGINT, SIG_IGN);
        Work();
        raise(SIGINT);
        Finish(Flush(seconds(60)) && signal(SIGINT, SIG_DFL) == SIG_IGN);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(DeliveryOfSpans, ASignalOfAForkedChildIsNotItsParents) {
#ifdef __SANITIZE_THREAD__
  GTEST_SKIP() << "ThreadSanitizer holds signals back in a child that was forked beside other threads";
#endif
  EXPECT_EXIT(
      {
        Set("OTEL_TRACES_EXPORTER", "file");
        Set("SPANSMITH_TRACES_FILE", "/dev/null");
        Set("SPANSMITH_SIGNALS", "drain");
        Work();
        const pid_t child = fork();
        if (child == 0) {
          raise(SIGTERM);
          _exit(9);
        }
        int status = 0;
        waitpid(child, &status, 0);
        Finish(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM && Flush(seconds(60)));
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(DeliveryOfSpans, TheCountersArePrintedOnRequest) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        Set("SPANSMITH_PRINT_STATS", "true");
        for (int i = 0; i < 3; ++i) Work();
        Finish(Shutdown(seconds(60)));
      },
      ::testing::ExitedWithCode(0),
      "otel_sdk_exporter_span_exported_total\\{otel_component_name=\"otlp_http_exporter/0\",[^}]*\\} 3\n");
}

}  // namespace
}  // namespace spansmith
