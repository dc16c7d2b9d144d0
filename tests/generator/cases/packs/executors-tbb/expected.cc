/*prologue*/
#line 1 "input.cc"
// The pack of executors with oneTBB: task groups, arenas, parallel_invoke, parallel_for and parallel_reduce over a range.
// flags: -std=c++17 -pthread
// packs: executors
// libraries: -ltbb -pthread
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/parallel_invoke.h>
#include <oneapi/tbb/parallel_reduce.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>
#include <spansmith/annotations.h>

#include <atomic>
#include <cstdio>
#include <functional>
#include <vector>

static std::atomic<int> sum{0};

SPANSMITH_SPAN("Work") static void Work(int value) { /*guard 1*/
#line 21 "input.cc"
                                                     sum += value; }

SPANSMITH_SPAN("Groups") static void Groups() { /*guard 2*/
  tbb::task_group group;
  for (int i = 0; i < 3; ++i) group.run(::spansmith::injected::sm_Carrying(
#line 25 "input.cc"
                                        [i] { Work(i); })
#line 25 "input.cc"
                                                        );
  group.run_and_wait(::spansmith::injected::sm_Carrying(
#line 26 "input.cc"
                     [] { Work(10); })
#line 26 "input.cc"
                                     );
}
SPANSMITH_SPAN("Invoke") static void Invoke() { /*guard 3*/
  tbb::parallel_invoke(::spansmith::injected::sm_Carrying(
#line 29 "input.cc"
                       [] { Work(1); })
#line 29 "input.cc"
                                      , ::spansmith::injected::sm_Carrying(
#line 29 "input.cc"
                                        [] { Work(2); })
#line 29 "input.cc"
                                                       , ::spansmith::injected::sm_Carrying(
#line 29 "input.cc"
                                                         [] { Work(3); })
#line 29 "input.cc"
                                                                        );
}
SPANSMITH_SPAN("Arena") static int Arena() { /*guard 4*/
  tbb::task_arena arena(2);
  return arena.execute(::spansmith::injected::sm_Carrying(
#line 33 "input.cc"
                       [] {
    Work(100);
    return sum.load();
  })
#line 36 "input.cc"
   );
}
SPANSMITH_SPAN("For") static void For(const std::vector<int>& values) { /*guard 5*/
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, values.size(), 1), ::spansmith::injected::sm_Carrying(
#line 39 "input.cc"
                                                                          [&](const tbb::blocked_range<std::size_t>& part) {
    for (std::size_t i = part.begin(); i != part.end(); ++i) Work(values[i]);
  })
#line 41 "input.cc"
   );
  tbb::parallel_for(0, 2, [](int i) { sum += i; });
}

using Part = tbb::blocked_range<std::size_t>;

// Splits itself: TBB makes copies of it, and there is nothing to carry.
struct Counter {
  Counter() = default;
  Counter(Counter&, tbb::split) {}
  void operator()(const Part& part) { count += part.size(); }
  void join(const Counter& other) { count += other.count; }
  std::size_t count = 0;
};

SPANSMITH_SPAN("Reduce") static int Reduce(const std::vector<int>& values) { /*guard 6*/
  const auto body = [&](const Part& part, int total) {
    for (std::size_t i = part.begin(); i != part.end(); ++i) {
      Work(0);
      total += values[i];
    }
    return total;
  };
  const int total = tbb::parallel_reduce(Part(0, values.size(), 1), 0, ::spansmith::injected::sm_Carrying(
#line 64 "input.cc"
                                                                       body)
#line 64 "input.cc"
                                                                           , [](int a, int b) { return a + b; });
  const int again = tbb::parallel_deterministic_reduce(Part(0, values.size(), 1), 0, ::spansmith::injected::sm_Carrying(
#line 65 "input.cc"
                                                                                     body)
#line 65 "input.cc"
                                                                                         , std::plus<int>());
  Counter counter;
  tbb::parallel_reduce(Part(0, values.size(), 1), counter, tbb::simple_partitioner());
  return total + again + static_cast<int>(counter.count);
}

void Run();
void Run() {
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, 4);
  Groups();
  Invoke();
  const bool arena = Arena() >= 100;
  For({1000, 2000, 3000, 4000});
  const int reduced = Reduce({1, 2, 3});
  std::printf("%d %d %d\n", arena, sum.load(), reduced);
}
