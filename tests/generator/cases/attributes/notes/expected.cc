/*prologue*/
#line 1 "input.cc"
// Notes as statements: under if and else, in loops, in templates; evaluated where they stand.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

SPANSMITH_SPAN("Notes")
static int Notes(int value) { /*guard 1*/
  int local = value;
  if (value > 1) { { if (sm_guard_1.sm_Recording()) {
#line 10 "input.cc"
 try { sm_guard_1.sm_Attribute("branch", (
#line 10 "input.cc"
                                          "many")); } catch (...) { sm_guard_1.sm_AttributeFailed("branch"); } } 
#line 10 "input.cc"
                   SPANSMITH_NOTE(branch, "many"); }
#line 10 "input.cc"
                                                   } else { { if (sm_guard_1.sm_Recording()) {
#line 10 "input.cc"
 try { sm_guard_1.sm_Attribute("branch", (
#line 10 "input.cc"
                                                                                   "few")); } catch (...) { sm_guard_1.sm_AttributeFailed("branch"); } } 
#line 10 "input.cc"
                                                            SPANSMITH_NOTE(branch, "few"); }
#line 10 "input.cc"
                                                                                           }
  for (; local < 10; ++local) { { if (sm_guard_1.sm_Recording()) {
#line 11 "input.cc"
 try { sm_guard_1.sm_Attribute("last", (
#line 11 "input.cc"
                                                     local)); } catch (...) { sm_guard_1.sm_AttributeFailed("last"); } } 
#line 11 "input.cc"
                                SPANSMITH_NOTE(last, local); }
#line 11 "input.cc"
                                                             }
  { if (sm_guard_1.sm_Recording()) {
#line 12 "input.cc"
 try { sm_guard_1.sm_Attribute("text", (
#line 12 "input.cc"
                       std::string(3, 'x') +
                           "y")); } catch (...) { sm_guard_1.sm_AttributeFailed("text"); } } 
#line 12 "input.cc"
  SPANSMITH_NOTE(text, std::string(3, 'x') +
                           "y"); }
  return local;
}

template <typename T>
SPANSMITH_SPAN("Generic") T Generic(T value) { /*guard 2*/
  const T doubled = value + value;
  { if (sm_guard_2.sm_Recording()) {
#line 20 "input.cc"
 try { sm_guard_2.sm_Attribute("doubled", (
#line 20 "input.cc"
                          doubled)); } catch (...) { sm_guard_2.sm_AttributeFailed("doubled"); } } 
#line 20 "input.cc"
  SPANSMITH_NOTE(doubled, doubled); }
  { if (sm_guard_2.sm_Recording()) { const auto& sm_r_2 = doubled; static_cast<void>(sm_r_2); ::spansmith::injected::sm_LookAt(sm_guard_2, sm_r_2); } 
#line 21 "input.cc"
  return doubled; }
}

void Run();
void Run() {
  std::printf("%d %d\n", Notes(1), Notes(5));
  std::printf("%d %s\n", Generic(2), Generic(std::string("ab")).c_str());
}
