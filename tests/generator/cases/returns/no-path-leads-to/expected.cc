/*prologue*/
#line 1 "input.cc"
// A return that no path leads to stays as it is: looked at, it would be code that is never executed, of which compilers warn
// where they do not of a `return` alone.
// flags: -std=c++17 -Wunreachable-code
#include <spansmith/annotations.h>

#include <cstdio>
#include <cstdlib>
#include <string>

struct Status {
  int number;
  bool ok() const { return number == 0; }
  int code() const { return number; }
};

SPANSMITH_SPAN("Loop", SPANSMITH_RETURN_ATTR(r, result)) static std::string Loop(int n) { /*guard 1*/
  for (;;) {
    if (n > 3) { auto sm_r_1 = 
#line 18 "input.cc"
                      std::to_string(n); if (sm_guard_1.sm_Recording()) {
#line 16 "input.cc"
 try { sm_guard_1.sm_Attribute("r", (
#line 16 "input.cc"
                                                sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("r"); } } return sm_r_1; }
#line 19 "input.cc"
    ++n;
  }
  return "never";
}
SPANSMITH_SPAN("Both", SPANSMITH_RETURN_ATTR(r, result)) static int Both(int n) { /*guard 2*/
  if (n > 1) { auto sm_r_2 = 
#line 24 "input.cc"
                    1; if (sm_guard_2.sm_Recording()) {
#line 23 "input.cc"
 try { sm_guard_2.sm_Attribute("r", (
#line 23 "input.cc"
                                                sm_r_2)); } catch (...) { sm_guard_2.sm_AttributeFailed("r"); } } return sm_r_2; }
#line 24 "input.cc"
                       else { auto sm_r_2 = 
#line 24 "input.cc"
                                   2; if (sm_guard_2.sm_Recording()) {
#line 23 "input.cc"
 try { sm_guard_2.sm_Attribute("r", (
#line 23 "input.cc"
                                                sm_r_2)); } catch (...) { sm_guard_2.sm_AttributeFailed("r"); } } return sm_r_2; }
#line 25 "input.cc"
  return n;
}
SPANSMITH_SPAN("Aborts") static Status Aborts(int n) { /*guard 3*/
  Status status{n};
  if (n < 5) { if (sm_guard_3.sm_Recording()) { const auto& sm_r_3 = status; static_cast<void>(sm_r_3); ::spansmith::injected::sm_LookAt(sm_guard_3, sm_r_3); } 
#line 29 "input.cc"
             return status; }
  std::abort();
  return status;
}
SPANSMITH_SPAN("Caught") static Status Caught(int n) { /*guard 4*/
  try {
    if (n > 1) throw n;
  } catch (int thrown) {
    { ::Status sm_r_4 = 
#line 37 "input.cc"
           {thrown}; if (sm_guard_4.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_4, sm_r_4); } return sm_r_4; }
  }
  { ::Status sm_r_4 = 
#line 39 "input.cc"
         {0}; if (sm_guard_4.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_4, sm_r_4); } return sm_r_4; }
}

void Run();
void Run() { std::printf("%s %d %d %d\n", Loop(1).c_str(), Both(1), Aborts(3).number, Caught(2).number); }
