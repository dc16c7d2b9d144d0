/*prologue*/
#line 1 "input.cc"
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

#include "<work>/spansmith-headers/flusher.<hash>.h"

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

SPANSMITH_SPAN("Step", SPANSMITH_ATTR(step, step)) int Step(int step) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 61 "input.cc"
 try { sm_guard_1.sm_Attribute("step", (
#line 61 "input.cc"
                                            step)); } catch (...) { sm_guard_1.sm_AttributeFailed("step"); } }
#line 62 "input.cc"
  std::printf("step %d\n", step);
  return step;
}

template <typename T>
static void InATemplate(Pool& pool, Executor& executor, T first) {
  executor.Post(::spansmith::injected::sm_Carrying(
#line 68 "input.cc"
                [first] { Step(first + 6); })
#line 68 "input.cc"
                                            );
  pool.Own(::spansmith::injected::sm_Carrying(
#line 69 "input.cc"
           [first] { Step(first + 7); })
#line 69 "input.cc"
                                       );
}

template <typename P>
static void OfAnyPool(P& pool) {
  pool.Own([] { Step(99); });  // which function this is, nobody knows: not carried
}

#define SUBMIT(pool, task) (pool).Own(task)

SPANSMITH_SPAN("Caller", SPANSMITH_ATTR(first, first)) static int Caller(Pool& pool, int first) { /*guard 2*/ if (sm_guard_2.sm_Recording()) {
#line 79 "input.cc"
 try { sm_guard_2.sm_Attribute("first", (
#line 79 "input.cc"
                                               first)); } catch (...) { sm_guard_2.sm_AttributeFailed("first"); } }
#line 80 "input.cc"
  Executor& executor = pool;
  executor.Post(::spansmith::injected::sm_Carrying(
#line 81 "input.cc"
                [first] { Step(first); })
#line 81 "input.cc"
                                        );
  std::function<void()> held = [first] { Step(first + 1); };
  executor.Post(::spansmith::injected::sm_Carrying(
#line 83 "input.cc"
                held)
#line 83 "input.cc"
                    );
  executor.Post(::spansmith::injected::sm_Carrying(
#line 84 "input.cc"
                std::function<void()>())
#line 84 "input.cc"
                                       );  // stays empty
  pool.Own(::spansmith::injected::sm_Carrying(
#line 85 "input.cc"
           held)
#line 85 "input.cc"
               );
  std::future<int> sum = pool.Enqueue(::spansmith::injected::sm_Carrying(
#line 86 "input.cc"
                                      [](int a, int b) { return Step(a + b); })
#line 86 "input.cc"
                                                                              , first, 3);
  auto only_moved = std::make_unique<int>(first + 4);
  pool.Own(::spansmith::injected::sm_Carrying(
#line 88 "input.cc"
           [only_moved = std::move(only_moved)] { Step(*only_moved); })
#line 88 "input.cc"
                                                                      );
  pool.Later(::spansmith::injected::sm_CarryingLinked(
#line 89 "input.cc"
             [first] { Step(first + 5); })
#line 89 "input.cc"
                                         );
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
  executor.Post(::spansmith::injected::sm_Carrying(
#line 104 "input.cc"
                [] { Step(1); })
#line 104 "input.cc"
                               );  // no span is open
  pool.RunAll();
}
