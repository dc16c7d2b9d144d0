/*prologue*/
#line 1 "input.cc"
// A note in the body of a function that a rule selects is the span's.
#include <spansmith/annotations.h>

static int Measure(int size) { /*guard 1*/
  const int twice = 2 * size;
  { if (sm_guard_1.sm_Recording()) {
#line 6 "input.cc"
 try { sm_guard_1.sm_Attribute("twice", (
#line 6 "input.cc"
                        twice)); } catch (...) { sm_guard_1.sm_AttributeFailed("twice"); } } 
#line 6 "input.cc"
  SPANSMITH_NOTE(twice, twice); }
  return twice;
}

void Run();
void Run() { Measure(4); }
