// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A std::function made, called once and destroyed; the same with the current span carried. context_bench: least
// nanoseconds of 20 rounds each, and the ratio to `plain`; context_bench once CASE N: N times and no more, for
// callgrind.
//   plain     std::function of a lambda that captures a pointer
//   carry     what SPANSMITH_CARRY on the parameter does to it
//   bind      spansmith::Bind(lambda) in the std::function
//   linked    the same for a link
//   scope     plain, and a ScopedContext around the call
#include <spansmith/context.h>
#include <time.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>

namespace {

using Task = std::function<void()>;

long done = 0;

[[gnu::noinline]] void Run(const Task& task) { task(); }

[[gnu::noinline]] void Plain() {
  const Task task = [to = &done] { ++*to; };
  Run(task);
}
[[gnu::noinline]] void Carry() {
  Task task = [to = &done] { ++*to; };
  spansmith::injected::sm_Carry(task);
  Run(task);
}
[[gnu::noinline]] void Bind() {
  const Task task = spansmith::Bind([to = &done] { ++*to; });
  Run(task);
}
[[gnu::noinline]] void Linked() {
  const Task task = spansmith::Bind(spansmith::LinkedTo(spansmith::CurrentContext()), [to = &done] { ++*to; });
  Run(task);
}
[[gnu::noinline]] void Scope() {
  const Task task = [to = &done] { ++*to; };
  const spansmith::ScopedContext scope(spansmith::CurrentContext());
  Run(task);
}

struct Case {
  const char* name;
  void (*run)();
};
constexpr Case kCases[] = {{"plain", Plain}, {"carry", Carry}, {"bind", Bind}, {"linked", Linked}, {"scope", Scope}};

double Nanos(void (*run)()) {
  constexpr int kRounds = 20;
  constexpr int kTimes = 100'000;
  double least = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    timespec before, after;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
    for (int i = 0; i < kTimes; ++i) run();
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
    const double spent =
        1e9 * static_cast<double>(after.tv_sec - before.tv_sec) + static_cast<double>(after.tv_nsec - before.tv_nsec);
    if (spent / kTimes < least) least = spent / kTimes;
  }
  return least;
}

}  // namespace

int main(int argc, char** argv) {
  static spansmith::injected::Site site = spansmith::injected::Site("bench").At("main", "bench/context", 80);
  const spansmith::injected::Guard guard(&site);  // the span that is carried
  if (argc == 4 && std::strcmp(argv[1], "once") == 0) {
    for (const Case& each : kCases) {
      if (std::strcmp(argv[2], each.name) != 0) continue;
      for (int i = std::atoi(argv[3]); i > 0; --i) each.run();
      return 0;
    }
  }
  if (argc != 1) {
    std::fputs("usage: context_bench [once plain|carry|bind|linked|scope TIMES]\n", stderr);
    return 2;
  }
  const double plain = Nanos(Plain);
  for (const Case& each : kCases) {
    const double nanos = Nanos(each.run);
    std::printf("%-8s %7.1f ns  %.2f of plain\n", each.name, nanos, nanos / plain);
  }
}
