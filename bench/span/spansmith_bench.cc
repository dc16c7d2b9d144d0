// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a guard costs, in the text that the generator writes. spansmith_bench MODE:
//   sampled     every span is recorded and encoded as OTLP; give it OTEL_EXPORTER_OTLP_ENDPOINT of an http_sink
//   unsampled   the same with OTEL_TRACES_SAMPLER=always_off
//   disabled    the same with OTEL_TRACES_EXPORTER=none
//   paced       CPU of the whole process for a span at 20,000 a second
//   burst       200,000 spans at once: how many arrive
//   memory      at rest, after a burst, for an idle thread
//   counts      allocations and locks in a guard
//   once CASE   100 trees of one case, after as many that start what there is to start: for callgrind
#include <dlfcn.h>
#include <pthread.h>
#include <spansmith/injected.h>
#include <spansmith/runtime.h>
#include <unistd.h>

#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <new>
#include <vector>

#include "harness.h"
#include "record/clock.h"

namespace {

using spansmith::injected::Guard;
using spansmith::injected::Site;

thread_local bool counting = false;
thread_local long allocations = 0;
thread_local long locks = 0;

}  // namespace

void* operator new(std::size_t size) {
  if (counting) ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

extern "C" int pthread_mutex_lock(pthread_mutex_t* mutex) {
  static const auto real = reinterpret_cast<int (*)(pthread_mutex_t*)>(dlsym(RTLD_NEXT, "pthread_mutex_lock"));
  if (counting) ++locks;
  return real(mutex);
}

namespace {

const std::string text24(24, 'x');
long long number = 42;
int turn = 0;

enum class Kind { kPlain, kBare, kAttributes, kEvents };

[[gnu::always_inline]] inline void AddThree(Guard& guard) {
  if (!guard.Recording()) return;
  guard.Attribute("bench.literal", "a literal");
  guard.Attribute("bench.number", number);
  guard.Attribute("bench.text", text24);
}

template <Kind kind>
[[gnu::noinline]] void Child() {
  if constexpr (kind == Kind::kPlain) {
    asm volatile("");
  } else {
    static Site site = Site("Child").At("bench::Child", "bench/span/spansmith_bench.cc", 80).Scope("bench");
    Guard guard(&site);
    if constexpr (kind != Kind::kBare) AddThree(guard);
    if constexpr (kind == Kind::kEvents) {
      if (++turn % 10 == 0) {
        guard.EventBegin("exception");
        guard.Attribute("exception.type", "std::runtime_error");
        guard.Attribute("exception.message", text24);
        guard.EventEnd();
      }
    }
    asm volatile("");
  }
}

template <Kind kind>
[[gnu::noinline]] void Tree() {
  const auto children = [] {
    for (int i = 0; i < bench::kSpansOfTree - 1; ++i) Child<kind>();
  };
  if constexpr (kind == Kind::kPlain) {
    asm volatile("");
    children();
  } else {
    static Site site = Site("Root").At("bench::Root", "bench/span/spansmith_bench.cc", 100).Scope("bench");
    Guard guard(&site);
    if constexpr (kind != Kind::kBare) AddThree(guard);
    children();
    asm volatile("");
  }
}

// What a sampled span reads of the clock, and no more.
void TwiceTheClock() {
  for (int i = 0; i < bench::kSpansOfTree; ++i) {
    const std::uint64_t start = spansmith::record::Now();
    asm volatile("" : : "r"(start));
    const std::uint64_t end = spansmith::record::Now();
    asm volatile("" : : "r"(end));
  }
}

void Settle() { spansmith::Flush(std::chrono::seconds(30)); }

void Burst(const char* name, void (*tree)()) {
  const spansmith::Stats before = spansmith::GetStats();
  for (int i = 0; i < 20'000; ++i) tree();
  Settle();
  const spansmith::Stats after = spansmith::GetStats();
  std::printf("%s_delivered %lld\n%s_dropped %lld\n", name, static_cast<long long>(after.delivered - before.delivered),
              name, static_cast<long long>(after.Dropped() - before.Dropped()));
}

// What `count` threads hold that wait after `work`, in KiB a thread.
double IdleThreadKib(int count, void (*work)()) {
  std::mutex mutex;
  std::condition_variable changed;
  int ready = 0;
  bool go = false;
  const long before = bench::AnonymousKib();
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&] {
      work();
      std::unique_lock lock(mutex);
      ++ready;
      changed.notify_all();
      changed.wait(lock, [&] { return go; });
    });
  }
  {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return ready == count; });
  }
  Settle();
  const long after = bench::AnonymousKib();
  {
    const std::lock_guard lock(mutex);
    go = true;
  }
  changed.notify_all();
  for (std::thread& thread : threads) thread.join();
  return static_cast<double>(after - before) / count;
}

void Idle() {
  Settle();
  ::sleep(2);
}

void Memory() {
  const long before = bench::AnonymousKib();
  Tree<Kind::kAttributes>();
  Idle();
  std::printf("memory_at_rest_kib %ld\n", bench::AnonymousKib() - before);
  for (int i = 0; i < 20'000; ++i) Tree<Kind::kAttributes>();
  std::printf("memory_in_burst_kib %ld\n", bench::AnonymousKib() - before);
  Idle();
  std::printf("memory_after_burst_kib %ld\n", bench::AnonymousKib() - before);
  const double plain = IdleThreadKib(100, &Tree<Kind::kPlain>);
  std::printf("memory_idle_thread_kib %.1f\n", IdleThreadKib(100, [] {
                                                 for (int i = 0; i < 100; ++i) Tree<Kind::kEvents>();
                                               }) - plain);
}

void Counts() {
  Tree<Kind::kEvents>();
  Settle();
  counting = true;
  for (int i = 0; i < 100; ++i) Tree<Kind::kEvents>();
  counting = false;
  std::printf("allocations %ld\nlocks %ld\n", allocations, locks);
}

// The name by which bench/span/instructions tells what is to be counted.
[[gnu::noinline]] void CountedTrees(void (*tree)(), int trees) {
  for (int i = 0; i < trees; ++i) tree();
  asm volatile("");
}

void Once(const std::string& name) {
  void (*const tree)() = name == "plain"        ? &Tree<Kind::kPlain>
                         : name == "attributes" ? &Tree<Kind::kAttributes>
                         : name == "events"     ? &Tree<Kind::kEvents>
                                                : &Tree<Kind::kBare>;
  for (int i = 0; i < 100; ++i) tree();
  CountedTrees(tree, 100);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  if (mode == "sampled") {
    bench::Case("plain", &Tree<Kind::kPlain>, &Settle);
    bench::Case("sampled", &Tree<Kind::kBare>, &Settle);
    bench::Case("two_clock_readings", &TwiceTheClock, [] {});  // part of each that is sampled
    bench::Case("attributes", &Tree<Kind::kAttributes>, &Settle);
    bench::Case("events", &Tree<Kind::kEvents>, &Settle);
    bench::CaseOfTwoThreads("sampled_2_threads", &Tree<Kind::kBare>, &Settle);
  } else if (mode == "unsampled" || mode == "disabled") {
    bench::Case(mode.c_str(), &Tree<Kind::kBare>, &Settle);
    if (mode == "disabled") bench::Case("plain", &Tree<Kind::kPlain>, &Settle);
  } else if (mode == "paced") {
    bench::Paced("paced", 5, &Tree<Kind::kBare>, &Settle);
    bench::Paced("paced_loop_alone", 3, &Tree<Kind::kPlain>, [] {});
  } else if (mode == "burst") {
    Burst("burst", &Tree<Kind::kBare>);
    Burst("burst_attributes", &Tree<Kind::kAttributes>);
  } else if (mode == "memory") {
    Memory();
  } else if (mode == "counts") {
    Counts();
  } else if (mode == "once" && argc > 2) {
    Once(argv[2]);
  } else {
    std::fprintf(stderr, "usage: %s sampled|unsampled|disabled|paced|burst|memory|counts|once CASE\n", argv[0]);
    return 2;
  }
  return 0;
}
