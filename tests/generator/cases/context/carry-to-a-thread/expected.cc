/*prologue*/
#line 1 "input.cc"
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
  void Submit(SPANSMITH_CARRY std::function<void()> task) {
#line 13 "input.cc"
 ::spansmith::injected::sm_Carry(task); /*guard 1*/
#line 13 "input.cc"
                                                            tasks_.push_back(std::move(task)); }
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

SPANSMITH_SPAN("Step", SPANSMITH_ATTR(step, step)) static void Step(int step) { /*guard 2*/ if (sm_guard_2.sm_Recording()) {
#line 28 "input.cc"
 try { sm_guard_2.sm_Attribute("step", (
#line 28 "input.cc"
                                            step)); } catch (...) { sm_guard_2.sm_AttributeFailed("step"); } }
#line 29 "input.cc"
  done += step;
  std::printf("step %d\n", step);
}

SPANSMITH_SPAN("Work", SPANSMITH_ATTR(id, id)) static void Work(int id) { /*guard 3*/ if (sm_guard_3.sm_Recording()) {
#line 33 "input.cc"
 try { sm_guard_3.sm_Attribute("id", (
#line 33 "input.cc"
                                          id)); } catch (...) { sm_guard_3.sm_AttributeFailed("id"); } }
#line 33 "input.cc"
                                                                          Step(id * 10); }

SPANSMITH_SPAN("Caller", SPANSMITH_ATTR(first, first)) static void Caller(Pool& pool, int first) { /*guard 4*/ if (sm_guard_4.sm_Recording()) {
#line 35 "input.cc"
 try { sm_guard_4.sm_Attribute("first", (
#line 35 "input.cc"
                                               first)); } catch (...) { sm_guard_4.sm_AttributeFailed("first"); } }
#line 36 "input.cc"
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
