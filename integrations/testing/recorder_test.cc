// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A Recorder gets what ends while it is alive, with exceptions and on all threads; and nothing before or after.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pthread.h>
#include <spansmith/runtime.h>
#include <spansmith/testing/recorder.h>

#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

namespace spansmith::testing {
namespace {

using injected::Guard;
using injected::Site;

TEST(Recorder, GetsAttributesOfEveryType) {
  const Recorder recorder;
  {
    static Site site("S");
    Guard guard(&site);
    enum Color { kRed = 3 };
    guard.Attribute("bool", true);
    guard.Attribute("char", 'c');
    guard.Attribute("int", -1);
    guard.Attribute("enum", kRed);
    guard.Attribute("large", 18446744073709551615ull);
    guard.Attribute("double", 1.5);
    guard.Attribute("text", "text");
    guard.Attribute("null", static_cast<const char*>(nullptr));
    guard.Attribute("string", std::string("a b"));
    guard.Attribute("some", std::optional<int>(4));
    guard.Attribute("no", std::optional<int>());
  }
  EXPECT_EQ(recorder.Tree(),
            "S{bool=true, char=c, double=1.5, enum=3, int=-1, large=\"18446744073709551615\", null=\"\", some=4, "
            "string=\"a b\", text=text}\n");
}

void Fail(const char* what) {
  static Site site = Site("Inner").ErrorText("inner failed");
  const Guard guard(&site);
  throw std::runtime_error(what);
}

TEST(Recorder, AnErrorIsWholeWhereItAroseAndShortAbove) {
  const Recorder recorder;
  try {
    static Site site("Outer");
    Guard guard(&site);
    guard.ErrorText("outer failed");
    Fail("disk full");
  } catch (const std::exception&) {
  }
  EXPECT_EQ(recorder.Tree(),
            "Outer{error.origin=Inner, error.type=std::runtime_error} !Error(outer failed: disk full)\n"
            "  * exception{exception.message=\"disk full\", exception.type=std::runtime_error}\n"
            "  Inner{error.type=std::runtime_error} !Error(inner failed: disk full)\n"
            "    * exception{exception.message=\"disk full\", exception.type=std::runtime_error}\n");
  const std::vector<SpanData> spans = recorder.Spans();
  EXPECT_EQ(FindAttribute(spans[0].events[0].attributes, "error.origin.span_id"), nullptr);
  EXPECT_EQ(std::get<std::string>(*FindAttribute(spans[1].events[0].attributes, "error.origin.span_id")),
            spans[0].span_id.Hex());
}

TEST(Recorder, AnExceptionCaughtInsideIsNoError) {
  const Recorder recorder;
  {
    static Site site("Outer");
    const Guard guard(&site);
    try {
      throw std::runtime_error("handled");
    } catch (const std::exception&) {
    }
  }
  EXPECT_EQ(recorder.Tree(), "Outer\n");
}

TEST(Recorder, ASpanWithinACleanupDuringUnwindingIsNoError) {
  struct Cleanup {
    ~Cleanup() {
      static Site site("Cleanup");
      const Guard guard(&site);
    }
  };
  const Recorder recorder;
  try {
    const Cleanup cleanup;
    throw 1;
  } catch (int) {
  }
  EXPECT_EQ(recorder.Tree(), "Cleanup\n");
}

TEST(Recorder, SeesLinksEventsNamesAndContextsThatAreNotSampled) {
  const Recorder recorder;
  std::string traceparent;
  {
    static Site site("Trigger");
    Guard guard(&site);
    guard.EventBegin("queued");
    guard.Attribute("key", "a/b");
    guard.EventEnd();
    const injected::Injector injector;
    injector.Into(traceparent);
  }
  {
    const injected::Attached unsampled({1, 2, 3, 0});
    static Site site("Site");
    Guard guard(&site);
    guard.Name("Run-time name");
    guard.Link(traceparent);
  }
  EXPECT_EQ(recorder.Tree(),
            "Trigger\n"
            "  * queued{key=a/b}\n"
            "Run-time name\n"
            "  -> Trigger\n");
}

TEST(Recorder, AForcedUnwindIsNoErrorEvenWhenCaughtAndThrownOn) {
  const Recorder recorder;
  pthread_t thread;
  ASSERT_EQ(pthread_create(
                &thread, nullptr,
                [](void*) -> void* {
                  static Site outer("Outer");
                  const Guard a(&outer);
                  try {
                    static Site inner("Inner");
                    const Guard b(&inner);
                    pthread_exit(nullptr);
                  } catch (...) {
                    throw;
                  }
                },
                nullptr),
            0);
  pthread_join(thread, nullptr);
  EXPECT_EQ(recorder.Tree(), "Outer\n  Inner\n");
}

TEST(Recorder, AnAttributeExpressionThatThrowsCostsThatAttributeAlone) {
  const Recorder recorder;
  {
    static Site site("S");
    Guard guard(&site);
    try {
      throw std::runtime_error("in an expression");
    } catch (...) {
      guard.AttributeFailed("bad");
    }
    guard.Attribute("good", 1);
  }
  EXPECT_EQ(recorder.Tree(), "S{good=1, spansmith.attribute_error=true}\n");
}

void Repeated() {
  static Site site("Repeated");
  const Guard guard(&site);
}

TEST(Recorder, SitesAreOnOnlyWhileOneIsAlive) {
  Repeated();
  {
    Recorder first;
    Repeated();
    {
      const Recorder second;
      Repeated();
      EXPECT_EQ(second.Spans().size(), 1u);
    }
    Repeated();
    EXPECT_EQ(first.Spans().size(), 3u);
    first.Clear();
    EXPECT_EQ(first.Tree(), "");
  }
  const auto produced = GetStats().produced;
  Repeated();
  EXPECT_EQ(GetStats().produced, produced);  // OTEL_TRACES_EXPORTER=none
}

TEST(Recorder, ThreadsThatEndLeaveTheirSpans) {
  const Recorder recorder;
  std::vector<std::thread> threads;
  for (int i = 0; i < 16; ++i) {
    threads.emplace_back([] {
      struct AtThreadEnd {
        ~AtThreadEnd() { Repeated(); }
      };
      thread_local AtThreadEnd at_end;
      static_cast<void>(&at_end);
      Repeated();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(recorder.Spans().size(), 32u);
}

}  // namespace
}  // namespace spansmith::testing
