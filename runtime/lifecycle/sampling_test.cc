// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Promises about sampling, by the program's own sampler, by ratio and after the fact: what is kept arrives, the rest is
// counted. Each runs in a process of its own (testing/own_process.h).
#include <gtest/gtest.h>
#include <spansmith/configuration.h>
#include <spansmith/injected.h>
#include <spansmith/propagation.h>
#include <spansmith/runtime.h>
#include <spansmith/sampler.h>
#include <spansmith/tail_sampling.h>

#include <memory>
#include <string>

#include "lifecycle/testing/own_process.h"

namespace spansmith {
namespace {

using injected::Guard;
using injected::Site;
using std::chrono::seconds;
using transport::TestHttpServer;

class Sampling : public OwnProcess {};

class EveryThird : public Sampler {
 public:
  SamplingResult Sample(const SamplingRequest& request) noexcept override {
    SamplingResult result;
    result.sampled = request.name == "Work" && ++asked % 3 == 0;
    return result;
  }
  std::string Description() const override { return "EveryThird"; }
  int asked = 0;
};

TEST_F(Sampling, ASamplerOfTheProgramsDecidesAndIsTakenBack) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        Work();
        const auto sampler = std::make_shared<EveryThird>();
        SetSampler(sampler);
        for (int i = 0; i < 9; ++i) Work();
        SetSampler(nullptr);
        Work();
        const bool flushed = Flush(seconds(60));
        const Stats stats = GetStats();
        Finish(flushed && sampler->asked == 9 && stats.produced == 11 && stats.sampled_out == 6 &&
               CountSpans(server) == 5);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Sampling, ARatioThatIsNotParentBasedReadsTheTracestate) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        Set("OTEL_TRACES_SAMPLER", "traceidratio");
        Set("OTEL_TRACES_SAMPLER_ARG", "0.25");
        std::string seen;
        for (const char* state : {"ot=rv:c0000000000000", "ot=rv:bfffffffffffff"}) {
          const ContextScope scope(ContextOf("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", state));
          static Site site("Below");
          const Guard guard(&site);
          seen += TraceparentOf(CurrentContext()).substr(52) + ' ' + TracestateOf(CurrentContext()) + ';';
        }
        Flush(seconds(60));
        Finish(seen == "-01 ot=th:c;rv:c0000000000000;-00 ot=rv:bfffffffffffff;" && CountSpans(server) == 1);
      },
      ::testing::ExitedWithCode(0), "^$");
}

// A trace of two spans; its root fails if asked to. Returns what others are told meanwhile.
std::string TraceOfTwo(bool fails) {
  std::string told;
  try {
    static Site root("Root");
    const Guard guard(&root);
    told = TraceparentOf(CurrentContext()).substr(53);
    Work();
    if (fails) throw 1;
  } catch (int) {
  }
  return told;
}

TEST_F(Sampling, TailSamplingKeepsWhatFailedAndCountsTheRest) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        Set("SPANSMITH_TAIL_RATIO", "0");
        bool told = true;
        for (int i = 0; i < 10; ++i) told = TraceOfTwo(i % 5 == 0) == "03" && told;
        SetTailSampling({});  // the environment goes before
        TraceOfTwo(false);
        const bool flushed = Flush(seconds(60));
        const Stats stats = GetStats();
        Finish(told && flushed && CountSpans(server) == 4 && stats.produced == 22 && stats.delivered == 4 &&
               stats.sampled_out == 18 && stats.pending == 0);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST_F(Sampling, TailSamplingFromCodeAndTheUndecidedAtTheEnd) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        TraceOfTwo(false);
        TailSampling sampling;
        sampling.ratio = 0;
        Flush(seconds(60));
        SetTailSampling(sampling);
        TraceOfTwo(false);
        TraceOfTwo(true);
        bool ok = Flush(seconds(60)) && CountSpans(server) == 4 && GetStats().sampled_out == 2;
        {
          static Site open("Open");
          const Guard guard(&open);
          Work();
          ok = Flush(seconds(60)) && GetStats().pending == 1 && ok;  // its root has not ended
          Shutdown(seconds(60));
        }
        const Stats stats = GetStats();
        Finish(ok && stats.pending == 0 && stats.produced == stats.delivered + stats.sampled_out + stats.Dropped());
      },
      ::testing::ExitedWithCode(0), "");
}

TEST_F(Sampling, AlwaysOffCountsAndSendsNothing) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        Set("OTEL_TRACES_SAMPLER", "always_off");
        for (int i = 0; i < 7; ++i) Work();
        const bool flushed = Flush(seconds(60));
        const Stats stats = GetStats();
        const bool ok = flushed && CountSpans(server) == 0 && stats.produced == 7 && stats.sampled_out == 7 &&
                        stats.delivered == 0 && stats.pending == 0 && stats.Dropped() == 0;
        Shutdown(seconds(60));
        Finish(ok);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Sampling, ARatioTakesWholeTraces) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        Set("OTEL_TRACE_SAMPLING_RATE", "0.5");
        constexpr std::uint64_t kTraces = 500;
        for (std::uint64_t i = 0; i < kTraces; ++i) {
          static Site site("Outer");
          const Guard guard(&site);
          Work();
        }
        Flush(seconds(60));
        const Stats stats = GetStats();
        const bool ok = CountSpans(server) == stats.delivered && stats.delivered % 2 == 0 && stats.delivered > 300 &&
                        stats.delivered < 700 && stats.sampled_out + stats.delivered == 2 * kTraces &&
                        stats.produced == 2 * kTraces;
        Shutdown(seconds(60));
        Finish(ok);
      },
      ::testing::ExitedWithCode(0), "^$");
}

}  // namespace
}  // namespace spansmith
