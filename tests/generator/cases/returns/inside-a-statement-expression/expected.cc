/*prologue*/
#line 1 "input.cc"
// A return inside a statement expression that is itself returned: nothing shadows.
// flags: -Wno-gnu-statement-expression-from-macro-expansion -Wno-gnu-statement-expression
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

SPANSMITH_SPAN("length", SPANSMITH_RETURN_ATTR(length, result.size()))
static std::string Chosen(int n) { /*guard 1*/
  { auto sm_r_1 = 
#line 10 "input.cc"
         __extension__({
    if (n == 0) { auto sm_s_1 = 
#line 11 "input.cc"
                       std::string("inner"); if (sm_guard_1.sm_Recording()) {
#line 8 "input.cc"
 try { sm_guard_1.sm_Attribute("length", (
#line 8 "input.cc"
                                                       sm_s_1.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("length"); } } return sm_s_1; }
#line 12 "input.cc"
    const std::string local = "local";
    if (n == 1) { if (sm_guard_1.sm_Recording()) { const auto& sm_s_1 = local; static_cast<void>(sm_s_1);
#line 8 "input.cc"
 try { sm_guard_1.sm_Attribute("length", (
#line 8 "input.cc"
                                                       sm_s_1.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("length"); } } 
#line 13 "input.cc"
                return local; }
    std::string(__extension__({
      if (n == 2) { auto sm_s_1 = 
#line 15 "input.cc"
                         std::string("innermost"); if (sm_guard_1.sm_Recording()) {
#line 8 "input.cc"
 try { sm_guard_1.sm_Attribute("length", (
#line 8 "input.cc"
                                                       sm_s_1.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("length"); } } return sm_s_1; }
#line 16 "input.cc"
      "outer";
    }));
  }); if (sm_guard_1.sm_Recording()) {
#line 8 "input.cc"
 try { sm_guard_1.sm_Attribute("length", (
#line 8 "input.cc"
                                                       sm_r_1.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("length"); } } return sm_r_1; }
#line 19 "input.cc"
}

void Run();
SPANSMITH_SPAN("Run") void Run() { /*guard 2*/
  for (int n = 0; n < 4; ++n) std::printf("%s\n", Chosen(n).c_str());
}
