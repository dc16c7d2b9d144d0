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

SPANSMITH_SPAN("Work") static void Work(int value) { sum += value; }

SPANSMITH_SPAN("Groups") static void Groups() {
  tbb::task_group group;
  for (int i = 0; i < 3; ++i) group.run([i] { Work(i); });
  group.run_and_wait([] { Work(10); });
}
SPANSMITH_SPAN("Invoke") static void Invoke() {
  tbb::parallel_invoke([] { Work(1); }, [] { Work(2); }, [] { Work(3); });
}
SPANSMITH_SPAN("Arena") static int Arena() {
  tbb::task_arena arena(2);
  return arena.execute([] {
    Work(100);
    return sum.load();
  });
}
SPANSMITH_SPAN("For") static void For(const std::vector<int>& values) {
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, values.size(), 1), [&](const tbb::blocked_range<std::size_t>& part) {
    for (std::size_t i = part.begin(); i != part.end(); ++i) Work(values[i]);
  });
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

SPANSMITH_SPAN("Reduce") static int Reduce(const std::vector<int>& values) {
  const auto body = [&](const Part& part, int total) {
    for (std::size_t i = part.begin(); i != part.end(); ++i) {
      Work(0);
      total += values[i];
    }
    return total;
  };
  const int total = tbb::parallel_reduce(Part(0, values.size(), 1), 0, body, [](int a, int b) { return a + b; });
  const int again = tbb::parallel_deterministic_reduce(Part(0, values.size(), 1), 0, body, std::plus<int>());
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
