/*prologue*/
#line 1 "input.cc"
// Functions without a frame and without a run time, and coroutines: left out with a warning that says why.
// flags: -std=c++20
#include <spansmith/annotations.h>

#include <coroutine>
#include <cstdio>

#if defined(__x86_64__)
SPANSMITH_SPAN("naked") __attribute__((naked)) static int Naked() { __asm__("movl $5, %eax\n\tret"); }
#else
SPANSMITH_SPAN("naked") __attribute__((naked)) static int Naked() { __asm__("mov w0, #5\n\tret"); }
#endif
SPANSMITH_SPAN("consteval") consteval int Consteval(int value) { return value + 1; }
struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
SPANSMITH_SPAN("coroutine") static Task Coroutine() { co_return; }
SPANSMITH_SPAN("kept") static int Kept(int value) { /*guard 1*/
#line 24 "input.cc"
                                                    return value; }

void Run();
void Run() {
  Coroutine();
  std::printf("%d %d %d\n", Naked(), Consteval(1), Kept(2));
}
