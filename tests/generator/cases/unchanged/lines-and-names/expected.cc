/*prologue*/
#line 1 "input.cc"
// __LINE__, __func__, __FILE__, assert's text and #line of the user's own are what they were.
#include <spansmith/annotations.h>

#include <cstdio>
#include <cstring>

SPANSMITH_SPAN("Where", SPANSMITH_ATTR(line, __LINE__), SPANSMITH_RETURN_ATTR(line, result))
static int Where(bool early) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 7 "input.cc"
 try { sm_guard_1.sm_Attribute("line", (
#line 7 "input.cc"
                                             __LINE__)); } catch (...) { sm_guard_1.sm_AttributeFailed("line"); } }
#line 8 "input.cc"
                               if (early) { auto sm_r_1 = 
#line 8 "input.cc"
                                                 __LINE__; if (sm_guard_1.sm_Recording()) {
#line 7 "input.cc"
 try { sm_guard_1.sm_Attribute("line", (
#line 7 "input.cc"
                                                                                    sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("line"); } } return sm_r_1; }
#line 9 "input.cc"
  { if (sm_guard_1.sm_Recording()) {
#line 9 "input.cc"
 try { sm_guard_1.sm_Attribute("noted", (
#line 9 "input.cc"
                        __LINE__)); } catch (...) { sm_guard_1.sm_AttributeFailed("noted"); } } 
#line 9 "input.cc"
  SPANSMITH_NOTE(noted, __LINE__); }
#line 9 "input.cc"
                                   std::printf("%d %s %s\n", __LINE__, __func__, __FILE__);
  { auto sm_r_1 = 
#line 10 "input.cc"
         __LINE__; if (sm_guard_1.sm_Recording()) {
#line 7 "input.cc"
 try { sm_guard_1.sm_Attribute("line", (
#line 7 "input.cc"
                                                                                    sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("line"); } } return sm_r_1; }
#line 10 "input.cc"
                   }

#line 500 "generated from.y"
SPANSMITH_SPAN("Mapped", SPANSMITH_RETURN_ATTR(line, result))
static int Mapped() { /*guard 2*/
  { auto sm_r_2 = 
#line 502 "generated from.y"
         __LINE__; if (sm_guard_2.sm_Recording()) {
#line 500 "generated from.y"
 try { sm_guard_2.sm_Attribute("line", (
#line 500 "generated from.y"
                                                     sm_r_2)); } catch (...) { sm_guard_2.sm_AttributeFailed("line"); } } return sm_r_2; }
#line 503 "generated from.y"
}

void Run();
void Run() {
  std::printf("%d %d %d\n", Where(true), Where(false), Mapped());
  std::printf("%s %d\n", __FILE__, __LINE__);
}
