/*prologue*/
#line 1 "input.cc"
// `main` that is left over its closing brace returns 0, and that is what is seen; nothing is put behind a `return`.
#include <spansmith/annotations.h>

#include <cstdio>

SPANSMITH_SPAN("main", SPANSMITH_RETURN_ATTR(exit.code, result))
int main(int argc, char**) { /*guard 1*/
  if (argc > 2) {
    { auto sm_r_1 = 
#line 9 "input.cc"
           2; if (sm_guard_1.sm_Recording()) {
#line 6 "input.cc"
 try { sm_guard_1.sm_Attribute("exit.code", (
#line 6 "input.cc"
                                                        sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("exit.code"); } } return sm_r_1; }
#line 10 "input.cc"
  }
  std::printf("%d\n", argc);
 { if (sm_guard_1.sm_Recording()) { const int sm_r_1 = 0; static_cast<void>(sm_r_1);
#line 6 "input.cc"
 try { sm_guard_1.sm_Attribute("exit.code", (
#line 6 "input.cc"
                                                        sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("exit.code"); } } } 
#line 12 "input.cc"
}
