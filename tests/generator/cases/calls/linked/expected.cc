/*prologue*/
#line 1 "input.cc"
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

SPANSMITH_SPAN("Work") static int Work(int value) { /*guard 1*/
  if (value < 0) throw std::invalid_argument("below nothing");
  return value + 1;
}

static std::function<void()> later;
static void Submit(std::function<void()> task) {
#line 9 "rules.yaml"
 ::spansmith::injected::sm_CarryLinked(task);
#line 20 "input.cc"
                                                 later = std::move(task); }

SPANSMITH_SPAN("Order") static int Order() { /*guard 2*/
  std::thread thread(::spansmith::injected::sm_CarryingLinked(
#line 23 "input.cc"
                     [] { Work(1); })
#line 23 "input.cc"
                                    );
  thread.join();
  Submit([] { Work(2); });
  return std::async(std::launch::async, ::spansmith::injected::sm_Carrying(
#line 26 "input.cc"
                                        [] { return Work(3); })
#line 26 "input.cc"
                                                              ).get();  // a child
}

}  // namespace shop

void Run();
void Run() {
  shop::Order();
  shop::later();
  std::thread thread(::spansmith::injected::sm_CarryingLinked(
#line 35 "input.cc"
                     [] { shop::Work(4); })
#line 35 "input.cc"
                                          );  // under no span
  thread.join();
}
