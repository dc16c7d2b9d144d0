/*prologue*/
#line 1 "input.cc"
// A project's own macro may hold a span annotation, or an option of one; a returned expression may use macros.
#include <spansmith/annotations.h>

#include <cstdio>

#define TRACED(name, ...) SPANSMITH_SPAN(name, SPANSMITH_ATTR(input, value) __VA_OPT__(, ) __VA_ARGS__)
#define DOUBLED SPANSMITH_RETURN_ATTR(doubled, result * 2)
#define TWICE(x) ((x) + (x))
// flags: -std=c++20

TRACED("First")
static int First(int value) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 11 "input.cc"
 try { sm_guard_1.sm_Attribute("input", (
#line 11 "input.cc"
value)); } catch (...) { sm_guard_1.sm_AttributeFailed("input"); } }
#line 12 "input.cc"
                              return TWICE(value); }

TRACED("Second", DOUBLED)
static int Second(int value) { /*guard 2*/ if (sm_guard_2.sm_Recording()) {
#line 14 "input.cc"
 try { sm_guard_2.sm_Attribute("input", (
#line 14 "input.cc"
value)); } catch (...) { sm_guard_2.sm_AttributeFailed("input"); } }
#line 15 "input.cc"
                               { auto sm_r_2 = 
#line 15 "input.cc"
                                      TWICE(value + 1); if (sm_guard_2.sm_Recording()) {
#line 14 "input.cc"
 try { sm_guard_2.sm_Attribute("doubled", (
#line 14 "input.cc"
                 sm_r_2 * 2)); } catch (...) { sm_guard_2.sm_AttributeFailed("doubled"); } } return sm_r_2; }
#line 15 "input.cc"
                                                        }

SPANSMITH_SPAN("Third", DOUBLED)
static int Third(int value) { /*guard 3*/
  { if (sm_guard_3.sm_Recording()) { const auto& sm_r_3 = value; static_cast<void>(sm_r_3);
#line 17 "input.cc"
 try { sm_guard_3.sm_Attribute("doubled", (
#line 17 "input.cc"
                        sm_r_3 * 2)); } catch (...) { sm_guard_3.sm_AttributeFailed("doubled"); } } 
#line 19 "input.cc"
  return value; }
}

void Run();
void Run() { std::printf("%d %d %d\n", First(1), Second(2), Third(3)); }
