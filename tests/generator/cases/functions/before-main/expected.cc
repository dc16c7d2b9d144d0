/*prologue*/
#line 1 "input.cc"
// Constructors of global objects, before main, and their destructors after it, have spans: the runtime is there by then.
#include <spansmith/annotations.h>

#include <cstdio>

namespace {

struct Early {
  SPANSMITH_SPAN("Early") explicit Early(int n) : value(n) { /*guard 1*/
#line 9 "input.cc"
                                                             std::puts("made before main"); }
  SPANSMITH_SPAN("~Early") ~Early() { /*guard 2*/
#line 10 "input.cc"
                                      value = 0; }
  SPANSMITH_SPAN("Get", SPANSMITH_RETURN_ATTR(r, result)) int Get() const { /*guard 3*/
#line 11 "input.cc"
                                                                            { int sm_r_3 = 
#line 11 "input.cc"
                                                                                   value; if (sm_guard_3.sm_Recording()) {
#line 11 "input.cc"
 try { sm_guard_3.sm_Attribute("r", (
#line 11 "input.cc"
                                                 sm_r_3)); } catch (...) { sm_guard_3.sm_AttributeFailed("r"); } } return sm_r_3; }
#line 11 "input.cc"
                                                                                          }
  int value;
};

Early early(3);
const int sum = early.Get() + 1;

}  // namespace

void Run();
void Run() { std::printf("%d\n", early.Get() + sum); }
