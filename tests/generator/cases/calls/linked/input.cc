// carry_linked: what a carried callable begins is a trace of its own, with a link to the span at the call. One rule says
// what is carried, a pack's perhaps, and another one that it is linked; of parameters of one's own too.
// flags: -pthread
#include <spansmith/annotations.h>

#include <functional>
#include <future>
#include <stdexcept>
#include <thread>
#include <utility>

namespace shop {

SPANSMITH_SPAN("Work") static int Work(int value) {
  if (value < 0) throw std::invalid_argument("below nothing");
  return value + 1;
}

static std::function<void()> later;
static void Submit(std::function<void()> task) { later = std::move(task); }

SPANSMITH_SPAN("Order") static int Order() {
  std::thread thread([] { Work(1); });
  thread.join();
  Submit([] { Work(2); });
  return std::async(std::launch::async, [] { return Work(3); }).get();  // a child
}

}  // namespace shop

void Run();
void Run() {
  shop::Order();
  shop::later();
  std::thread thread([] { shop::Work(4); });  // under no span
  thread.join();
}
