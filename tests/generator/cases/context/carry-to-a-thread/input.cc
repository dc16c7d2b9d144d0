// A carried task runs on another thread, after the caller's span has ended, and its spans are children of that span.
#include <spansmith/annotations.h>

#include <cstdio>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

class Pool {
 public:
  SPANSMITH_SPAN("Submit")
  void Submit(SPANSMITH_CARRY std::function<void()> task) { tasks_.push_back(std::move(task)); }
  void RunAll() {
    std::thread worker([this] {
      for (const std::function<void()>& task : tasks_) task();
      tasks_.clear();
    });
    worker.join();
  }

 private:
  std::vector<std::function<void()>> tasks_;
};

static int done = 0;

SPANSMITH_SPAN("Step", SPANSMITH_ATTR(step, step)) static void Step(int step) {
  done += step;
  std::printf("step %d\n", step);
}

SPANSMITH_SPAN("Work", SPANSMITH_ATTR(id, id)) static void Work(int id) { Step(id * 10); }

SPANSMITH_SPAN("Caller", SPANSMITH_ATTR(first, first)) static void Caller(Pool& pool, int first) {
  pool.Submit([first] { Work(first); });
  pool.Submit([first] { Work(first + 1); });
}

void Run();
void Run() {
  Pool pool;
  Caller(pool, 1);
  pool.Submit([] { Work(9); });  // no span is open: a root
  Caller(pool, 3);
  pool.RunAll();
  std::printf("%d\n", done);
}
