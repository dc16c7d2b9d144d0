/*prologue*/
#line 1 "input.cc"
// `result` in a return attribute is the returned value, also where a local, a member and a string have that name.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

struct Outer {
  int result = 5;
};

SPANSMITH_SPAN("Sum", SPANSMITH_RETURN_ATTR(value, result), SPANSMITH_RETURN_ATTR(member, outer.result + result),
               SPANSMITH_RETURN_ATTR(text, std::string("result ") + (result > 0 ? "positive" : "not")))
static int Sum(const Outer& outer, int a) { /*guard 1*/
  const int result = outer.result + a;
  { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = result; static_cast<void>(sm_r_1);
#line 11 "input.cc"
 try { sm_guard_1.sm_Attribute("value", (
#line 11 "input.cc"
                                                   sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("value"); }
#line 11 "input.cc"
 try { sm_guard_1.sm_Attribute("member", (
#line 11 "input.cc"
                                                                                          outer.result + sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("member"); }
#line 12 "input.cc"
 try { sm_guard_1.sm_Attribute("text", (
#line 12 "input.cc"
                                           std::string("result ") + (sm_r_1 > 0 ? "positive" : "not"))); } catch (...) { sm_guard_1.sm_AttributeFailed("text"); } } 
#line 15 "input.cc"
  return result; }
}

void Run();
void Run() { std::printf("%d\n", Sum(Outer(), 2)); }
