/*prologue*/
#line 1 "input.cc"
// Arguments of calls that are callables to run later: they run under the span in which they were handed over.
// flags: -pthread
#include <spansmith/annotations.h>

#include <functional>
#include <future>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

namespace shop {

SPANSMITH_SPAN("Work") static int Work(int value) { /*guard 1*/
  if (value < 0) throw std::invalid_argument("below nothing");
  return value + 1;
}

struct Cart {
  int total = 0;
  void Add(int value) { total += Work(value); }
  int Total() const { return Work(total); }
};

struct Counted {
  int* copies;
  int* runs;
  explicit Counted(int* c, int* r) : copies(c), runs(r) {}
  Counted(const Counted& other) : copies(other.copies), runs(other.runs) { ++*copies; }
  Counted(Counted&& other) noexcept : copies(other.copies), runs(other.runs) {}
  void operator()() const { *runs += Work(0); }
};

template <typename F, typename... A>
static auto Later(F&& callable, A&&... arguments) {
  std::thread first(::spansmith::injected::sm_Carrying(
#line 37 "input.cc"
                    std::forward<F>(callable))
#line 37 "input.cc"
                                             , std::forward<A>(arguments)...);
  first.join();
  return std::async(std::launch::async, ::spansmith::injected::sm_Carrying(
#line 39 "input.cc"
                                        [] { return Work(7); })
#line 39 "input.cc"
                                                              ).get();
}

struct Owner {
  int result = 0;
  std::thread thread;
  Owner() : thread(::spansmith::injected::sm_Carrying(
#line 45 "input.cc"
                   [this] { result = Work(1); })
#line 45 "input.cc"
                                               ) {}
  ~Owner() {
    if (thread.joinable()) thread.join();
  }
};

SPANSMITH_SPAN("Order") static int Order() { /*guard 2*/
  int sum = 0;
  std::thread(::spansmith::injected::sm_Carrying(
#line 53 "input.cc"
              [&sum](int by) { sum += Work(by); })
#line 53 "input.cc"
                                                 , 3).join();
  std::thread named(::spansmith::injected::sm_Carrying(
#line 54 "input.cc"
                    Work)
#line 54 "input.cc"
                        , 4);
  named.join();
  Cart cart;
  std::thread member(::spansmith::injected::sm_Carrying(
#line 57 "input.cc"
                     &Cart::Add)
#line 57 "input.cc"
                               , &cart, 5);
  member.join();
  std::thread by_reference{::spansmith::injected::sm_Carrying(
#line 59 "input.cc"
                           &Cart::Add)
#line 59 "input.cc"
                                     , std::ref(cart), 5};
  by_reference.join();
  std::thread moved(std::move(by_reference));
  sum += std::async(std::launch::deferred, ::spansmith::injected::sm_Carrying(
#line 62 "input.cc"
                                           &Cart::Total)
#line 62 "input.cc"
                                                       , cart).get();
  sum += std::async(::spansmith::injected::sm_Carrying(
#line 63 "input.cc"
                    [held = std::make_unique<int>(6)] { return Work(*held); })
#line 63 "input.cc"
                                                                             ).get();
  std::packaged_task<int(int)> task(::spansmith::injected::sm_Carrying(
#line 64 "input.cc"
                                    [](int value) mutable { return Work(value); })
#line 64 "input.cc"
                                                                                 );
  std::future<int> answer = task.get_future();
  std::thread(::spansmith::injected::sm_Carrying(
#line 66 "input.cc"
              std::move(task))
#line 66 "input.cc"
                             , 8).join();
  sum += answer.get();
  int copies = 0;
  int runs = 0;
  const Counted counted(&copies, &runs);
  std::thread copied(::spansmith::injected::sm_Carrying(
#line 71 "input.cc"
                     counted)
#line 71 "input.cc"
                            );
  copied.join();
  sum += copies * 1000 + runs;
  sum += Later([&sum](int by) { sum += Work(by); }, 9);
  Owner owner;
  owner.thread.join();
  std::vector<std::thread> several;
  several.emplace_back(::spansmith::injected::sm_Carrying(
#line 78 "input.cc"
                       [&sum] { sum += Work(10); })
#line 78 "input.cc"
                                                  );
  several.back().join();
  auto failed = std::async(::spansmith::injected::sm_Carrying(
#line 80 "input.cc"
                           []() -> int { throw std::runtime_error("no"); })
#line 80 "input.cc"
                                                                          );
  try {
    failed.get();
  } catch (const std::runtime_error&) {
    sum += 1;
  }
  return sum + owner.result + static_cast<int>(sizeof(std::thread(Work, 1)));
}

}  // namespace shop

#include <cstdio>

void Run();
void Run() { std::printf("%d\n", shop::Order()); }
