// The pack of executors: work that another thread runs is below the span in which it was handed over.
// flags: -std=c++20 -pthread
// packs: executors
// libraries: -pthread
#include <spansmith/annotations.h>

#include <cstdio>
#include <future>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

SPANSMITH_SPAN("Work") static int Work(int value) {
  if (value < 0) throw std::invalid_argument("below nothing");
  return value + 1;
}

SPANSMITH_SPAN("Hand over") static int HandOver() {
  int sum = 0;
  std::thread([&sum] { sum += Work(1); }).join();
  { const std::jthread joined([&sum](int by) { sum += Work(by); }, 2); }
  sum += std::async(std::launch::async, Work, 3).get();
  sum += std::async([held = std::make_unique<int>(4)] { return Work(*held); }).get();
  std::packaged_task<int(int)> task(Work);
  std::future<int> result = task.get_future();
  std::thread(std::move(task), 5).join();
  std::vector<std::thread> threads;
  threads.emplace_back([&sum] { sum += Work(6); });
  threads.back().join();
  return sum + result.get();
}

void Run();
void Run() {
  std::printf("%d\n", HandOver());
  std::thread([] { Work(0); }).join();
}
