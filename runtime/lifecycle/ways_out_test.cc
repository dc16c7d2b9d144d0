// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How threads, plugins and processes end, and what becomes of their spans. Each process is forked here, writes its
// spans to a file, and ends by itself.
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <spansmith/injected.h>
#include <spansmith/runtime.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "record/ring_registry.h"

namespace spansmith {
namespace {

using injected::Guard;
using injected::Site;
using std::chrono::seconds;

void Work() {
  static Site site("Work");
  const Guard guard(&site);
}

bool Settled() {
  const Stats stats = GetStats();
  return stats.pending == 0 && stats.produced == stats.delivered + stats.Dropped() + stats.sampled_out;
}

class WaysOut : public ::testing::Test {
 protected:
  void SetUp() override {
#ifdef __SANITIZE_THREAD__
    GTEST_SKIP() << "ThreadSanitizer cannot start threads in a forked child";
#endif
    file_ = ::testing::TempDir() + "spansmith_ways_out_" + std::to_string(getpid()) + ".jsonl";
  }
  void TearDown() override { std::remove(file_.c_str()); }

  // The exit code of a process that does `work`, its spans being written to file_.
  int Process(const std::function<void()>& work) const {
    const pid_t child = fork();
    if (child == 0) {
      alarm(120);  // one that hangs ends by it
      setenv("OTEL_TRACES_EXPORTER", "file", 1);
      setenv("SPANSMITH_TRACES_FILE", file_.c_str(), 1);
      work();
      _exit(99);  // it was to end by itself
    }
    int status = -1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  // How often the text is in what was written.
  std::size_t Count(const std::string& text) const {
    std::stringstream all;
    all << std::ifstream(file_).rdbuf();
    const std::string written = all.str();
    std::size_t count = 0;
    for (std::size_t at = written.find(text); at != std::string::npos; at = written.find(text, at + 1)) ++count;
    return count;
  }
  std::size_t CountSpans() const { return Count("\"spanId\""); }

  std::string file_;
};

// A traced function that does not come back.
void Wait(std::atomic<int>& there) {
  static Site site("Wait");
  Guard guard(&site);
  guard.Attribute("why", "for ever");
  ++there;
  while (true) pause();
}

TEST_F(WaysOut, SpansThatAreOpenOnOtherThreadsAreSentAndMarked) {
  EXPECT_EQ(Process([] {
              static std::atomic<int> there{0};
              for (int i = 0; i < 3; ++i) {
                std::thread([] {
                  static Site outer("Outer");
                  const Guard guard(&outer);
                  Work();
                  Wait(there);
                }).detach();
              }
              while (there < 3) std::this_thread::yield();
              Work();
              std::exit(0);
            }),
            0);
  EXPECT_EQ(CountSpans(), 10u);
  EXPECT_EQ(Count("spansmith.unfinished"), 6u);
  EXPECT_EQ(Count("for ever"), 3u);
}

TEST_F(WaysOut, ExitFromWithinATracedFunction) {
  EXPECT_EQ(Process([] {
              static Site outer("Outer");
              const Guard guard(&outer);
              Work();
              std::exit(7);
            }),
            7);
  EXPECT_EQ(CountSpans(), 2u);
  EXPECT_EQ(Count("spansmith.unfinished"), 1u);
}

// Nothing runs at _exit: what was not flushed is lost, and nothing hangs.
TEST_F(WaysOut, UnderscoreExitLosesWhatWasNotFlushed) {
  EXPECT_EQ(Process([] {
              setenv("OTEL_BSP_SCHEDULE_DELAY", "3600000", 1);
              Work();
              Flush(seconds(60));
              Work();
              _exit(3);
            }),
            3);
  EXPECT_EQ(CountSpans(), 1u);
}

struct WorksAtTheEnd {
  ~WorksAtTheEnd() { Work(); }
};

// An object of static storage is destroyed before the runtime stops if it was made after the first span, else later.
TEST_F(WaysOut, SpansOfDestructorsOfStaticObjects) {
  const bool started = GetStats().produced != 0;  // by a test before this one: then all that is made is made later
  EXPECT_EQ(Process([] {
              static const WorksAtTheEnd made_before;
              Work();
              static const WorksAtTheEnd made_after;
              std::exit(0);
            }),
            0);
  EXPECT_EQ(CountSpans(), started ? 3u : 2u);
}

TEST_F(WaysOut, ThousandsOfThreadsThatEndAtOnce) {
  EXPECT_EQ(Process([] {
              constexpr int kGenerations = 300;
              constexpr int kThreads = 10;
              for (int i = 0; i < kGenerations; ++i) {
                std::vector<std::thread> threads;
                for (int t = 0; t < kThreads; ++t) threads.emplace_back(&Work);
                for (std::thread& thread : threads) thread.join();
              }
              const bool flushed = Flush(seconds(60));
              const Stats stats = GetStats();
              int rings = 0;
              record::Rings().ForEach([&rings](record::Ring&) { ++rings; });
              _exit(flushed && Settled() && stats.delivered == kGenerations * kThreads && rings <= kThreads ? 0 : 1);
            }),
            0);
  EXPECT_EQ(CountSpans(), 3'000u);
}

TEST_F(WaysOut, ASpanThatIsOpenWhereItsThreadEndsIsNotLost) {
  EXPECT_EQ(Process([] {
              static Guard* left = nullptr;  // as of a coroutine that nobody resumes
              std::thread([] {
                static Site site("Left");
                left = new Guard(&site);
                Work();
              }).join();
              Work();
              delete left;  // on another thread than it began on, which is gone
              _exit(Flush(seconds(60)) && Settled() && GetStats().produced == 3 ? 0 : 1);
            }),
            0);
  EXPECT_EQ(CountSpans(), 3u);
}

TEST_F(WaysOut, APluginThatIsClosedLeavesItsSpansReadable) {
  EXPECT_EQ(Process([] {
              for (int i = 0; i < 5; ++i) {
                void* const plugin = dlopen(SPANSMITH_TEST_PLUGIN, RTLD_NOW | RTLD_LOCAL);
                if (plugin == nullptr) _exit(2);
                reinterpret_cast<void (*)()>(dlsym(plugin, "SpansmithTestPluginWork"))();
                dlclose(plugin);
              }
              _exit(Flush(seconds(60)) && Settled() ? 0 : 1);
            }),
            0);
  EXPECT_EQ(Count("FromThePlugin"), 5u);
  EXPECT_EQ(Count("plugin::Work"), 5u);
}

TEST_F(WaysOut, AForkedChildHasOnlyItsOwn) {
  EXPECT_EQ(Process([] {
              setenv("OTEL_BSP_SCHEDULE_DELAY", "3600000", 1);
              static Site outer("Outer");
              const Guard guard(&outer);
              Work();
              const pid_t child = fork();
              if (child == 0) {
                Work();
                const bool ok = Flush(seconds(60)) && Settled() && GetStats().produced == 1;
                _exit(ok ? 0 : 1);
              }
              int status = 1;
              waitpid(child, &status, 0);
              const bool ok = status == 0 && Shutdown(seconds(60)) && Settled() && GetStats().produced == 2;
              _exit(ok ? 0 : 1);
            }),
            0);
  EXPECT_EQ(CountSpans(), 3u);
}

}  // namespace
}  // namespace spansmith
