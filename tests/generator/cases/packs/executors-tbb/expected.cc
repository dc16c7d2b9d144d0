/*prologue*/
#line 1 "input.cc"
// The pack of executors with oneTBB: task groups, arenas, parallel_invoke and parallel_for over a range.
// flags: -std=c++17 -pthread
// packs: executors
// libraries: -ltbb -pthread
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/parallel_invoke.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>
#include <spansmith/annotations.h>

#include <atomic>
#include <cstdio>
#include <vector>

static std::atomic<int> sum{0};

SPANSMITH_SPAN("Work") static void Work(int value) { /*guard 1*/
#line 19 "input.cc"
                                                     sum += value; }

SPANSMITH_SPAN("Groups") static void Groups() { /*guard 2*/
  tbb::task_group group;
  for (int i = 0; i < 3; ++i) group.run(::spansmith::injected::sm_Carrying(
#line 23 "input.cc"
                                        [i] { Work(i); })
#line 23 "input.cc"
                                                        );
  group.run_and_wait(::spansmith::injected::sm_Carrying(
#line 24 "input.cc"
                     [] { Work(10); })
#line 24 "input.cc"
                                     );
}
SPANSMITH_SPAN("Invoke") static void Invoke() { /*guard 3*/
  tbb::parallel_invoke(::spansmith::injected::sm_Carrying(
#line 27 "input.cc"
                       [] { Work(1); })
#line 27 "input.cc"
                                      , ::spansmith::injected::sm_Carrying(
#line 27 "input.cc"
                                        [] { Work(2); })
#line 27 "input.cc"
                                                       , ::spansmith::injected::sm_Carrying(
#line 27 "input.cc"
                                                         [] { Work(3); })
#line 27 "input.cc"
                                                                        );
}
SPANSMITH_SPAN("Arena") static int Arena() { /*guard 4*/
  tbb::task_arena arena(2);
  return arena.execute(::spansmith::injected::sm_Carrying(
#line 31 "input.cc"
                       [] {
    Work(100);
    return sum.load();
  })
#line 34 "input.cc"
   );
}
SPANSMITH_SPAN("For") static void For(const std::vector<int>& values) { /*guard 5*/
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, values.size(), 1), ::spansmith::injected::sm_Carrying(
#line 37 "input.cc"
                                                                          [&](const tbb::blocked_range<std::size_t>& part) {
    for (std::size_t i = part.begin(); i != part.end(); ++i) Work(values[i]);
  })
#line 39 "input.cc"
   );
  tbb::parallel_for(0, 2, [](int i) { sum += i; });
}

void Run();
void Run() {
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, 4);
  Groups();
  Invoke();
  const bool arena = Arena() >= 100;
  For({1000, 2000, 3000, 4000});
  std::printf("%d %d\n", arena, sum.load());
}
