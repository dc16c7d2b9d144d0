/*prologue*/
#line 1 "input.cc"
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

SPANSMITH_SPAN("Work") static int Work(int value) { /*guard 1*/
  if (value < 0) throw std::invalid_argument("below nothing");
  return value + 1;
}

SPANSMITH_SPAN("Hand over") static int HandOver() { /*guard 2*/
  int sum = 0;
  std::thread(::spansmith::injected::sm_Carrying(
#line 22 "input.cc"
              [&sum] { sum += Work(1); })
#line 22 "input.cc"
                                        ).join();
  { const std::jthread joined(::spansmith::injected::sm_Carrying(
#line 23 "input.cc"
                              [&sum](int by) { sum += Work(by); })
#line 23 "input.cc"
                                                                 , 2); }
  sum += std::async(std::launch::async, ::spansmith::injected::sm_Carrying(
#line 24 "input.cc"
                                        Work)
#line 24 "input.cc"
                                            , 3).get();
  sum += std::async(::spansmith::injected::sm_Carrying(
#line 25 "input.cc"
                    [held = std::make_unique<int>(4)] { return Work(*held); })
#line 25 "input.cc"
                                                                             ).get();
  std::packaged_task<int(int)> task(::spansmith::injected::sm_Carrying(
#line 26 "input.cc"
                                    Work)
#line 26 "input.cc"
                                        );
  std::future<int> result = task.get_future();
  std::thread(::spansmith::injected::sm_Carrying(
#line 28 "input.cc"
              std::move(task))
#line 28 "input.cc"
                             , 5).join();
  std::vector<std::thread> threads;
  threads.emplace_back(::spansmith::injected::sm_Carrying(
#line 30 "input.cc"
                       [&sum] { sum += Work(6); })
#line 30 "input.cc"
                                                 );
  threads.back().join();
  return sum + result.get();
}

void Run();
void Run() {
  std::printf("%d\n", HandOver());
  std::thread(::spansmith::injected::sm_Carrying(
#line 38 "input.cc"
              [] { Work(0); })
#line 38 "input.cc"
                             ).join();
}
