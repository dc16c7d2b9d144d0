// A callable that the function cannot wrap, as its type is the caller's or it is const, is wrapped at the calls.
#include <spansmith/annotations.h>

#include <cstdio>
#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "flusher.h"

class Executor {
 public:
  virtual ~Executor() = default;
  virtual void Post(SPANSMITH_CARRY const std::function<void()>& task) = 0;
};

class Pool : public Executor {
 public:
  void Post(const std::function<void()>& task) override { queue.tasks.push_back(task); }

  template <typename F, typename... A>
  auto Enqueue(SPANSMITH_CARRY F&& task, A&&... arguments) -> std::future<decltype(task(arguments...))> {
    using Result = decltype(task(arguments...));
    auto packaged = std::make_shared<std::packaged_task<Result()>>(
        std::bind(std::forward<F>(task), std::forward<A>(arguments)...));
    queue.tasks.push_back([packaged] { (*packaged)(); });
    return packaged->get_future();
  }

  template <typename F>
  void Own(SPANSMITH_CARRY F task) {
    auto shared = std::make_shared<F>(std::move(task));
    queue.tasks.push_back([shared] { (*shared)(); });
  }

  template <typename F>
  void Later(SPANSMITH_CARRY_LINKED const F& task);

  void RunAll() {
    std::thread worker([this] {
      for (const std::function<void()>& task : queue.tasks) {
        if (task) task();
      }
      queue.tasks.clear();
    });
    worker.join();
  }

  Queue queue;
};

template <typename F>
void Pool::Later(const F& task) {
  queue.tasks.push_back(task);
}

SPANSMITH_SPAN("Step", SPANSMITH_ATTR(step, step)) int Step(int step) {
  std::printf("step %d\n", step);
  return step;
}

template <typename T>
static void InATemplate(Pool& pool, Executor& executor, T first) {
  executor.Post([first] { Step(first + 6); });
  pool.Own([first] { Step(first + 7); });
}

template <typename P>
static void OfAnyPool(P& pool) {
  pool.Own([] { Step(99); });  // which function this is, nobody knows: not carried
}

#define SUBMIT(pool, task) (pool).Own(task)

SPANSMITH_SPAN("Caller", SPANSMITH_ATTR(first, first)) static int Caller(Pool& pool, int first) {
  Executor& executor = pool;
  executor.Post([first] { Step(first); });
  std::function<void()> held = [first] { Step(first + 1); };
  executor.Post(held);
  executor.Post(std::function<void()>());  // stays empty
  pool.Own(held);
  std::future<int> sum = pool.Enqueue([](int a, int b) { return Step(a + b); }, first, 3);
  auto only_moved = std::make_unique<int>(first + 4);
  pool.Own([only_moved = std::move(only_moved)] { Step(*only_moved); });
  pool.Later([first] { Step(first + 5); });
  InATemplate(pool, pool, first);
  Flush(pool.queue, first + 8);
  SUBMIT(pool, [] { Step(98); });  // out of a macro: not carried
  pool.Own<void (*)()>([] { Step(97); });  // of this type and no other: not carried
  OfAnyPool(pool);
  pool.RunAll();
  return sum.get();
}

void Run();
void Run() {
  Pool pool;
  std::printf("%d\n", Caller(pool, 10));
  Executor& executor = pool;
  executor.Post([] { Step(1); });  // no span is open
  pool.RunAll();
}
