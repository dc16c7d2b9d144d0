// SPANSMITH_CARRY_LINKED: what the task begins is a trace of its own, with a link to the span that handed it over; a
// function may have both.
#include <spansmith/annotations.h>

#include <cstdio>
#include <functional>
#include <utility>
#include <vector>

using Task = std::function<void()>;
static std::vector<Task> tasks;

static void Submit(SPANSMITH_CARRY Task now, SPANSMITH_CARRY_LINKED Task later) {
  tasks.push_back(std::move(now));
  tasks.push_back(std::move(later));
}

SPANSMITH_SPAN("Part") static void Part() {}
SPANSMITH_SPAN("Work") static void Work(int value) {
  std::printf("work %d\n", value);
  Part();
}

SPANSMITH_SPAN("Hand over") static void HandOver() {
  Submit([] { Work(1); }, [] {
    Work(2);
    Work(3);
  });
}

void Run();
void Run() {
  HandOver();
  for (const Task& task : tasks) task();
  Submit([] { Work(4); }, [] { Work(5); });  // under no span
  tasks[2]();
  tasks[3]();
}
