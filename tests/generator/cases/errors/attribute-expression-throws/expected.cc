/*prologue*/
#line 1 "input.cc"
// An attribute expression that throws loses that attribute alone; the function and its other attributes go on.
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <string>

int Bad();
int Bad() { throw std::runtime_error("no value"); }

SPANSMITH_SPAN("Goes on", SPANSMITH_ATTR(bad, value + Bad()), SPANSMITH_ATTR(good, value))
static int GoesOn(int value) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 11 "input.cc"
 try { sm_guard_1.sm_Attribute("bad", (
#line 11 "input.cc"
                                              value + Bad())); } catch (...) { sm_guard_1.sm_AttributeFailed("bad"); }
#line 11 "input.cc"
 try { sm_guard_1.sm_Attribute("good", (
#line 11 "input.cc"
                                                                                   value)); } catch (...) { sm_guard_1.sm_AttributeFailed("good"); } }
#line 13 "input.cc"
  { if (sm_guard_1.sm_Recording()) {
#line 13 "input.cc"
 try { sm_guard_1.sm_Attribute("letter", (
#line 13 "input.cc"
                         std::string("abc").at(static_cast<std::size_t>(value)))); } catch (...) { sm_guard_1.sm_AttributeFailed("letter"); } } 
#line 13 "input.cc"
  SPANSMITH_NOTE(letter, std::string("abc").at(static_cast<std::size_t>(value))); }
  return value;
}

void Run();
void Run() { std::printf("%d %d\n", GoesOn(1), GoesOn(9)); }
