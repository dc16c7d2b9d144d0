// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How one library is measured; the C++ programs here share it, the Rust and Go ones do the same in their language. A
// tree is a root with 9 children. A round is 40 times 100 trees; each hundred is timed by the CPU time of the thread
// that makes them, and between hundreds the library may hand on what it has (untimed), so that no queue runs over. A
// program prints lines `<case> <nanoseconds a span>`; bench/span/compare interleaves the programs and takes minimum and
// median.
#ifndef SPANSMITH_BENCH_SPAN_HARNESS_H_
#define SPANSMITH_BENCH_SPAN_HARNESS_H_

#include <sys/resource.h>
#include <time.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>

namespace bench {

constexpr int kSpansOfTree = 10;
constexpr int kTreesOfHundred = 100;
constexpr int kHundreds = 40;

inline std::uint64_t Nanos(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000u + static_cast<std::uint64_t>(time.tv_nsec);
}

template <typename Tree, typename Settle>
double Round(Tree&& tree, Settle&& settle) {
  for (int i = 0; i < kTreesOfHundred; ++i) tree();
  settle();
  std::uint64_t spent = 0;
  for (int h = 0; h < kHundreds; ++h) {
    const std::uint64_t before = Nanos(CLOCK_THREAD_CPUTIME_ID);
    for (int i = 0; i < kTreesOfHundred; ++i) tree();
    spent += Nanos(CLOCK_THREAD_CPUTIME_ID) - before;
    settle();
  }
  return static_cast<double>(spent) / (kHundreds * kTreesOfHundred * kSpansOfTree);
}

template <typename Tree, typename Settle>
void Case(const char* name, Tree&& tree, Settle&& settle) {
  std::printf("%s %.2f\n", name, Round(tree, settle));
}

// Both threads make spans at the same time; what one of them costs is printed, the mean of the two.
template <typename Tree, typename Settle>
void CaseOfTwoThreads(const char* name, Tree&& tree, Settle&& settle) {
  double first = 0;
  std::thread other([&] { first = Round(tree, settle); });
  const double second = Round(tree, settle);
  other.join();
  std::printf("%s %.2f\n", name, (first + second) / 2);
}

inline std::uint64_t ProcessCpuNanos() { return Nanos(CLOCK_PROCESS_CPUTIME_ID); }

// 20,000 spans a second: ten trees each 5 ms, asleep in between. What the whole process spends on one span,
// `flush` at the end included.
template <typename Tree, typename Flush>
void Paced(const char* name, int seconds, Tree&& tree, Flush&& flush) {
  timespec next;
  clock_gettime(CLOCK_MONOTONIC, &next);
  std::uint64_t before = 0;
  const int warm_up = 200;
  const int steps = seconds * 200;
  for (int i = 0; i < warm_up + steps; ++i) {
    if (i == warm_up) {
      flush();
      before = ProcessCpuNanos();
    }
    for (int t = 0; t < 10; ++t) tree();
    next.tv_nsec += 5'000'000;
    if (next.tv_nsec >= 1'000'000'000) {
      next.tv_nsec -= 1'000'000'000;
      ++next.tv_sec;
    }
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &next, nullptr);
  }
  flush();
  std::printf("%s %.1f\n", name, static_cast<double>(ProcessCpuNanos() - before) / (steps * 10.0 * kSpansOfTree));
}

// A line of /proc/self/status, in KiB: memory that this process alone has.
inline long AnonymousKib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("RssAnon:", 0) == 0) return std::stol(line.substr(8));
  }
  return -1;
}

}  // namespace bench

#endif  // SPANSMITH_BENCH_SPAN_HARNESS_H_
