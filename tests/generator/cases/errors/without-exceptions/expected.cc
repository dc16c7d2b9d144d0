/*prologue*/
#line 1 "input.cc"
// Under -fno-exceptions no try is written, and everything else works.
#include <spansmith/annotations.h>

#include <cstdio>
// flags: -std=c++17 -fno-exceptions

SPANSMITH_SPAN("Plain", SPANSMITH_ATTR(value, value), SPANSMITH_RETURN_ATTR(out, result))
static int Plain(int value) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 7 "input.cc"
 sm_guard_1.sm_Attribute("value", (
#line 7 "input.cc"
                                              value)); }
#line 9 "input.cc"
  { if (sm_guard_1.sm_Recording()) {
#line 9 "input.cc"
 sm_guard_1.sm_Attribute("twice", (
#line 9 "input.cc"
                        value * 2)); } 
#line 9 "input.cc"
  SPANSMITH_NOTE(twice, value * 2); }
  { auto sm_r_1 = 
#line 10 "input.cc"
         value + 1; if (sm_guard_1.sm_Recording()) {
#line 7 "input.cc"
 sm_guard_1.sm_Attribute("out", (
#line 7 "input.cc"
                                                                                 sm_r_1)); } return sm_r_1; }
#line 11 "input.cc"
}

void Run();
void Run() { std::printf("%d\n", Plain(1)); }
