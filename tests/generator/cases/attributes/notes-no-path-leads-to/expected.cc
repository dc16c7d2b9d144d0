/*prologue*/
#line 1 "input.cc"
// Notes, events and injections that no path leads to: behind a switch that returns in every case, behind an endless loop,
// behind what does not return. They stay nothing, without the warning that the function's end is reached; one in a handler
// is reached.
#include <spansmith/annotations.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

enum class Color { kRed, kBlue };

SPANSMITH_SPAN("Behind", SPANSMITH_RETURN_ATTR(r, result)) static int Behind(Color color) { /*guard 1*/
  switch (color) {
    case Color::kRed: { auto sm_r_1 = 
#line 15 "input.cc"
                             1; if (sm_guard_1.sm_Recording()) {
#line 13 "input.cc"
 try { sm_guard_1.sm_Attribute("r", (
#line 13 "input.cc"
                                                  sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("r"); } } return sm_r_1; }
#line 16 "input.cc"
    case Color::kBlue: { auto sm_r_1 = 
#line 16 "input.cc"
                              2; if (sm_guard_1.sm_Recording()) {
#line 13 "input.cc"
 try { sm_guard_1.sm_Attribute("r", (
#line 13 "input.cc"
                                                  sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("r"); } } return sm_r_1; }
#line 17 "input.cc"
    default: std::abort();
  }
  SPANSMITH_NOTE(never, 1);
 SPANSMITH_NOT_REACHED 
#line 20 "input.cc"
}
SPANSMITH_SPAN("Endless") static int Endless(int n) { /*guard 2*/
  static std::string target;
  for (;;) {
    if (n > 3) return n;
    ++n;
  }
  SPANSMITH_EVENT("never", SPANSMITH_ATTR(n, n));
  SPANSMITH_ERROR_TEXT("never");
  SPANSMITH_INJECT(target);
 SPANSMITH_NOT_REACHED 
#line 30 "input.cc"
}
[[noreturn]] SPANSMITH_SPAN("Throws") static void Throws(int n) { /*guard 3*/
  { if (sm_guard_3.sm_Recording()) {
#line 32 "input.cc"
 try { sm_guard_3.sm_Attribute("n", (
#line 32 "input.cc"
                    n)); } catch (...) { sm_guard_3.sm_AttributeFailed("n"); } } 
#line 32 "input.cc"
  SPANSMITH_NOTE(n, n); }
  throw std::runtime_error("always " + std::to_string(n));
  SPANSMITH_NOTE(never, n);
}
SPANSMITH_SPAN("Handles") static int Handles(int n) { /*guard 4*/
  try {
    Throws(n);
  } catch (const std::exception& error) {
    std::puts(error.what());
    { if (sm_guard_4.sm_Recording()) {
#line 41 "input.cc"
 try { sm_guard_4.sm_Attribute("caught", (
#line 41 "input.cc"
                           error.what())); } catch (...) { sm_guard_4.sm_AttributeFailed("caught"); } } 
#line 41 "input.cc"
    SPANSMITH_NOTE(caught, error.what()); }
    return n;
  }
}

void Run();
void Run() {
  std::printf("%d %d %d %d\n", Behind(Color::kRed), Behind(Color::kBlue), Endless(1), Handles(2));
}
