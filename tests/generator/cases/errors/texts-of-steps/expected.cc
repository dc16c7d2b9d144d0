/*prologue*/
#line 1 "input.cc"
// An error text as a statement holds from there on, and wins over the annotation's; each outer span has its own text.
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>

static void Fail(int step, int now) {
  if (step == now) throw std::runtime_error("server refused");
}

SPANSMITH_SPAN("Inner", SPANSMITH_ERROR_TEXT("apply failed"))
static void Inner(int step) { /*guard 1*/
#line 12 "input.cc"
                              Fail(step, 3); }

SPANSMITH_SPAN("Outer", SPANSMITH_ERROR_TEXT("failed before any step"))
static void Outer(int step) { /*guard 2*/
  Fail(step, 1);
  { sm_guard_2.sm_ErrorText("failed to get"); 
#line 17 "input.cc"
  SPANSMITH_ERROR_TEXT("failed to get"); }
  Fail(step, 2);
  if (step > 2) {
    { sm_guard_2.sm_ErrorText("failed to apply"); 
#line 20 "input.cc"
    SPANSMITH_ERROR_TEXT("failed to apply"); }
  }
  Inner(step);
}

void Run();
void Run() {
  for (int step = 1; step <= 4; ++step) {
    try {
      Outer(step);
      std::puts("done");
    } catch (const std::exception& error) {
      std::printf("caught: %s\n", error.what());
    }
  }
}
