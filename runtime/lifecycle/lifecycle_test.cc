// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Promises about start, exit, fork and a dead backend. Each runs in a process of its own (testing/own_process.h).
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opentelemetry/proto/collector/trace/v1/trace_service.pb.h>
#include <pthread.h>
#include <spansmith/configuration.h>
#include <spansmith/injected.h>
#include <spansmith/propagation.h>
#include <spansmith/runtime.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <set>
#include <string>

#include "lifecycle/testing/own_process.h"
#include "notice/notice.h"
#include "transport/testing/grpc_server.h"
#include "transport/testing/http_server.h"

// Read by ThreadSanitizer: a forked child starts a thread here, which it otherwise refuses.
extern "C" const char* __tsan_default_options() { return "die_after_fork=0"; }

namespace spansmith {
namespace {

using injected::Guard;
using injected::Site;
using std::chrono::seconds;
using transport::TestHttpServer;
namespace collector = opentelemetry::proto::collector::trace::v1;

class Lifecycle : public OwnProcess {};

TEST_F(Lifecycle, FlushDeliversAndSaysSo) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        for (int i = 0; i < 7; ++i) Work();
        const bool flushed = Flush(seconds(60));
        const bool ok = flushed && CountSpans(server) == 7 && GetStats().delivered == 7 && GetStats().pending == 0;
        Shutdown(seconds(60));
        Finish(ok);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Lifecycle, TheEffectiveConfigurationIsToldWithoutSecrets) {
  EXPECT_EXIT(
      {
        ExportTo("http://user:hunter2@127.0.0.1:4318");
        Set("OTEL_TRACES_SAMPLER", "always_off");
        const std::string text = Runtime::EffectiveConfiguration();
        Finish(text.find("OTEL_TRACES_SAMPLER: always_off\n") != std::string::npos &&
               text.find("http://***@127.0.0.1:4318/v1/traces") != std::string::npos &&
               text.find("hunter2") == std::string::npos);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST_F(Lifecycle, ExitDeliversWhatIsThere) {
  // The child is forked before the server's threads exist: a sanitizer would miss them in it.
  int url[2];
  ASSERT_EQ(pipe(url), 0);
  const pid_t child = fork();
  if (child == 0) {
    char text[64] = "";
    if (read(url[0], text, sizeof text - 1) <= 0) _exit(1);
    ExportTo(text);
    Work();
    Work();
    std::exit(0);
  }
  const TestHttpServer server;
  const std::string text = server.url();
  ASSERT_EQ(write(url[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
  int status = 1;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(CountSpans(server), 2u);
}

TEST_F(Lifecycle, ARefusingEndpointIsToldWithTheCount) {
  EXPECT_EXIT(
      {
        ExportTo("http://user:secret@127.0.0.1:" + std::to_string(transport::RefusingPort()));
        for (int i = 0; i < 7; ++i) Work();
        std::exit(0);
      },
      ::testing::ExitedWithCode(0),
      "^spansmith: 7 of 7 spans could not be sent to http://\\*\\*\\*@127.0.0.1:[0-9]+/v1/traces: connection refused; "
      "check "
      "OTEL_EXPORTER_OTLP_ENDPOINT\n$");
}

TEST_F(Lifecycle, ASilentServerDoesNotHoldUpFlushOrExit) {
  EXPECT_EXIT(
      {
        auto* server = new TestHttpServer;  // still silent at exit
        server->NeverAnswer();
        ExportTo(server->url());
        Set("OTEL_EXPORTER_OTLP_TIMEOUT", "600000");
        Work();
        const bool flushed = Flush(std::chrono::milliseconds(1));
        server->WaitForRequest();
        Work();
        const bool stopped = Shutdown(std::chrono::milliseconds(100));
        const Stats stats = GetStats();
        // One was cut off in its attempt, the other never had one; both are told.
        const bool ok = !flushed && !stopped && stats.produced == 2 && stats.delivered == 0 && stats.Dropped() == 2;
        _exit(ok ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "could not be sent to .*: no answer within");
}

TEST_F(Lifecycle, SpansAfterShutdownAreCountedAndHarmless) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        Work();
        Shutdown(seconds(60));
        Work();
        Work();
        const Stats stats = GetStats();
        Finish(stats.delivered == 1 && stats.dropped_after_shutdown == 2 && stats.produced == 3 &&
               Shutdown(seconds(1)));
      },
      ::testing::ExitedWithCode(0), "^$");
}

struct AtStaticDestruction {
  bool armed = false;
  ~AtStaticDestruction() {
    if (armed) Work();
  }
} at_static_destruction;

TEST_F(Lifecycle, GuardsDuringStaticDestructionDoNotCrash) {
  EXPECT_EXIT(
      {
        Set("OTEL_TRACES_EXPORTER", "console");
        at_static_destruction.armed = true;
        Work();
        std::exit(0);
      },
      ::testing::ExitedWithCode(0), "^$");
}

// The background thread allocates while it works; AddressSanitizer's allocator does not care for fork as glibc's does.
TEST_F(Lifecycle, ForksBesideABusyThreadDoNotHang) {
#ifdef __SANITIZE_THREAD__
  GTEST_SKIP() << "ThreadSanitizer cannot start a thread in a child that was forked beside other threads";
#endif
  EXPECT_EXIT(
      {
        Set("OTEL_TRACES_EXPORTER", "file");
        Set("SPANSMITH_TRACES_FILE", "/dev/null");
        Set("OTEL_BSP_SCHEDULE_DELAY", "0");
        bool ok = true;
        for (int i = 0; i < 100 && ok; ++i) {
          for (int j = 0; j < 50; ++j) Work();
          const pid_t child = fork();
          if (child == 0) {
            alarm(60);  // a child that hangs ends by it
            Work();
            _exit(Flush(seconds(60)) ? 0 : 1);
          }
          int status = 1;
          waitpid(child, &status, 0);
          ok = status == 0;
        }
        Finish(ok);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Lifecycle, FlushDeliversOverGrpc) {
  EXPECT_EXIT(
      {
        transport::TestGrpcServer server;
        ExportTo(server.url());
        Set("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
        std::size_t spans = 0;
        for (int i = 0; i < 3; ++i) {
          Work();
          Flush(seconds(60));
        }
        for (const auto& call : server.Calls()) {
          collector::ExportTraceServiceRequest request;
          if (request.ParseFromString(call.message)) {
            spans += static_cast<std::size_t>(request.resource_spans(0).scope_spans(0).spans_size());
          }
        }
        const bool ok = Shutdown(seconds(60)) && GetStats().delivered == 3 && spans == 3;
        Finish(ok);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Lifecycle, AForkedChildStartsAnewAndContinuesTheTrace) {
#ifdef __SANITIZE_THREAD__
  GTEST_SKIP() << "ThreadSanitizer cannot start a thread in a child that was forked beside other threads";
#endif
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        Work();
        pid_t child;
        {
          static Site site("Forks");
          const Guard guard(&site);
          child = fork();
          if (child == 0) Work();
        }
        if (child == 0) {
          const bool ok = GetStats().produced == 1 && Shutdown(seconds(60)) && GetStats().delivered == 1;
          _exit(ok ? 0 : 1);
        }
        int status = 1;
        waitpid(child, &status, 0);
        Flush(seconds(60));
        std::set<std::int64_t> pids;
        const std::size_t spans = CountSpans(server, &pids);
        Shutdown(seconds(60));
        Finish(status == 0 && spans == 3 && pids == std::set<std::int64_t>{getpid(), child});
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Lifecycle, WithoutAnExporterThereIsOneLineAndNothingIsRecorded) {
  EXPECT_EXIT(
      {
        unsetenv("OTEL_TRACES_EXPORTER");
        Work();
        static Site other("Other");
        {
          const Guard guard(&other);
        }
        Finish(GetStats().produced == 0 && Flush(seconds(1)));
      },
      ::testing::ExitedWithCode(0), "^spansmith: no spans are recorded, because no exporter is configured[^\n]*\n$");
}

TEST_F(Lifecycle, AMisspeltVariableIsToldAndOneOfOthersIsNot) {
  EXPECT_EXIT(
      {
        Set("OTEL_TRACES_EXPORTER", "none");
        Set("SPANSMITH_FLITER", "**=off");
        Set("SPANSMITH_CACHE_DIR", "/nowhere");
        Work();
        Work();
        Finish(true);
      },
      ::testing::ExitedWithCode(0), "^spansmith: SPANSMITH_FLITER: [^\n]*; did you mean SPANSMITH_FILTER\\?\n$");
}

TEST_F(Lifecycle, TracingThatCannotStartIsOneLineAndTheProgramGoesOn) {
  EXPECT_EXIT(
      {
        pthread_attr_t attributes;
        pthread_attr_init(&attributes);
        pthread_attr_setstacksize(&attributes, std::size_t{1} << 47);  // no address space has that
        pthread_setattr_default_np(&attributes);
        Set("OTEL_TRACES_EXPORTER", "console");
        for (int i = 0; i < 7; ++i) Work();
        static Site other("Other");
        {
          const Guard guard(&other);
          Work();
        }
        Finish(GetStats().produced == 0 && Flush(seconds(1)));
      },
      ::testing::ExitedWithCode(0), "^spansmith: tracing could not start: [^\n]*; the program goes on without it\n$");
}

void Tenant() {
  static Site site = Site("Tenant").At("ns::Tenant", "f.cc", 1).Scope("tenants/large");
  const Guard guard(&site);
}

TEST_F(Lifecycle, AFilterSwitchesFunctionsAtTheStartAndWhileTheProgramRuns) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        ExportTo(server.url());
        Set("SPANSMITH_FILTER", "tenants/*=on,**=off");
        Work();
        Tenant();
        bool ok = GetStats().produced == 1 && SetFilter("**=off") && !SetFilter("no rule");
        Tenant();
        Work();
        ok = ok && GetStats().produced == 1 && SetFilter("ns::*=off");
        Tenant();
        Work();
        ok = ok && GetStats().produced == 2 && SetFilter("");
        Tenant();
        Work();
        Shutdown(seconds(60));
        Finish(ok && GetStats().delivered == 4 && CountSpans(server) == 4);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Lifecycle, ASpanThatIsOpenAtExitIsSentAndMarked) {
  EXPECT_EXIT(
      {
        auto* server = new TestHttpServer;  // still there at exit
        ExportTo(server->url());
        static Site outer("Outer");
        const Guard guard(&outer);
        Work();
        Shutdown(seconds(60));
        std::size_t marked = 0;
        for (const auto& received : server->Requests()) {
          collector::ExportTraceServiceRequest request;
          if (!request.ParseFromString(received.body)) continue;
          for (const auto& span : request.resource_spans(0).scope_spans(0).spans()) {
            for (const auto& attribute : span.attributes()) {
              marked += attribute.key() == "spansmith.unfinished" && span.name() == "Outer" ? 1 : 0;
            }
          }
        }
        const Stats stats = GetStats();
        _exit(marked == 1 && CountSpans(*server) == 2 && stats.produced == 2 && stats.delivered == 2 ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Lifecycle, TwoHundredThousandSpansAtOnceAreDelivered) {
  EXPECT_EXIT(
      {
        Set("OTEL_TRACES_EXPORTER", "file");
        Set("SPANSMITH_TRACES_FILE", "/dev/null");
        for (int i = 0; i < 200'000; ++i) Work();
        const bool flushed = Flush(seconds(300));
        Finish(flushed && GetStats().delivered == 200'000 && GetStats().Dropped() == 0);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Lifecycle, TheBudgetBoundsWhatWaits) {
  EXPECT_EXIT(
      {
        TestHttpServer server;
        server.NeverAnswer();
        ExportTo(server.url());
        Set("SPANSMITH_BUFFER_SIZE", "1");
        std::atomic<bool> told{false};
        notice::SetSink([&told](const std::string& line) {
          told = told || line.find("spans are lost: the memory for ended spans is full") != std::string::npos;
        });
        for (int i = 0; i < 100'000; ++i) Work();
        while (!told) usleep(1'000);
        const Stats stats = GetStats();
        _exit(stats.produced == 100'000 && stats.dropped_ring_full > 50'000 &&
                      stats.produced == stats.pending + stats.Dropped()
                  ? 0
                  : 1);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Lifecycle, DisabledIsSilent) {
  EXPECT_EXIT(
      {
        Set("OTEL_SDK_DISABLED", "true");
        Set("OTEL_TRACES_EXPORTER", "console");
        Work();
        Finish(GetStats().produced == 0);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Lifecycle, ABadValueIsToldAndTheProgramGoesOn) {
  EXPECT_EXIT(
      {
        Set("OTEL_TRACES_EXPORTER", "none");
        Set("OTEL_BSP_SCHEDULE_DELAY", "soon");
        Work();
        Finish(true);
      },
      ::testing::ExitedWithCode(0),
      "^spansmith: OTEL_BSP_SCHEDULE_DELAY='soon': expected a whole number from 0 to 86400000; using 5000\n$");
}

}  // namespace
}  // namespace spansmith
