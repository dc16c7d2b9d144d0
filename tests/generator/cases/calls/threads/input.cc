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

SPANSMITH_SPAN("Work") static int Work(int value) {
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
  std::thread first(std::forward<F>(callable), std::forward<A>(arguments)...);
  first.join();
  return std::async(std::launch::async, [] { return Work(7); }).get();
}

struct Owner {
  int result = 0;
  std::thread thread;
  Owner() : thread([this] { result = Work(1); }) {}
  ~Owner() {
    if (thread.joinable()) thread.join();
  }
};

SPANSMITH_SPAN("Order") static int Order() {
  int sum = 0;
  std::thread([&sum](int by) { sum += Work(by); }, 3).join();
  std::thread named(Work, 4);
  named.join();
  Cart cart;
  std::thread member(&Cart::Add, &cart, 5);
  member.join();
  std::thread by_reference{&Cart::Add, std::ref(cart), 5};
  by_reference.join();
  std::thread moved(std::move(by_reference));
  sum += std::async(std::launch::deferred, &Cart::Total, cart).get();
  sum += std::async([held = std::make_unique<int>(6)] { return Work(*held); }).get();
  std::packaged_task<int(int)> task([](int value) mutable { return Work(value); });
  std::future<int> answer = task.get_future();
  std::thread(std::move(task), 8).join();
  sum += answer.get();
  int copies = 0;
  int runs = 0;
  const Counted counted(&copies, &runs);
  std::thread copied(counted);
  copied.join();
  sum += copies * 1000 + runs;
  sum += Later([&sum](int by) { sum += Work(by); }, 9);
  Owner owner;
  owner.thread.join();
  std::vector<std::thread> several;
  several.emplace_back([&sum] { sum += Work(10); });
  several.back().join();
  auto failed = std::async([]() -> int { throw std::runtime_error("no"); });
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
