/*prologue*/
#line 1 "input.cc"
// SPANSMITH_EVENT: with attributes and without, under if and else, in a loop; an attribute that throws leaves the event.
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <string>

std::string Throwing();
std::string Throwing() { throw std::runtime_error("no value"); }

SPANSMITH_SPAN("Retry") static int Retry(int attempts) { /*guard 1*/
  for (int attempt = 1; attempt < attempts; ++attempt)
    { if (sm_guard_1.sm_Recording()) { sm_guard_1.sm_EventBegin("retry");
#line 13 "input.cc"
 try { sm_guard_1.sm_Attribute("http.request.resend_count", (
#line 13 "input.cc"
                                                                       attempt)); } catch (...) { sm_guard_1.sm_AttributeFailed("http.request.resend_count"); }
#line 13 "input.cc"
 try { sm_guard_1.sm_Attribute("reason", (
#line 13 "input.cc"
                                                                                                        std::string("conflict"))); } catch (...) { sm_guard_1.sm_AttributeFailed("reason"); } sm_guard_1.sm_EventEnd(); } 
#line 13 "input.cc"
    SPANSMITH_EVENT("retry", SPANSMITH_ATTR(http.request.resend_count, attempt), SPANSMITH_ATTR(reason, std::string("conflict"))); }
  if (attempts > 2) { { if (sm_guard_1.sm_Recording()) { sm_guard_1.sm_EventBegin("many"); sm_guard_1.sm_EventEnd(); } 
#line 14 "input.cc"
                      SPANSMITH_EVENT("many"); }
#line 14 "input.cc"
                                               } else { { if (sm_guard_1.sm_Recording()) { sm_guard_1.sm_EventBegin("few"); sm_guard_1.sm_EventEnd(); } 
#line 14 "input.cc"
                                                        SPANSMITH_EVENT("few"); }
#line 14 "input.cc"
                                                                                }
  { if (sm_guard_1.sm_Recording()) { sm_guard_1.sm_EventBegin("two \"pieces\"");
#line 15 "input.cc"
 try { sm_guard_1.sm_Attribute("bad", (
#line 15 "input.cc"
                                                           Throwing())); } catch (...) { sm_guard_1.sm_AttributeFailed("bad"); }
#line 16 "input.cc"
 try { sm_guard_1.sm_Attribute("good", (
#line 16 "input.cc"
                                       1)); } catch (...) { sm_guard_1.sm_AttributeFailed("good"); } sm_guard_1.sm_EventEnd(); } 
#line 15 "input.cc"
  SPANSMITH_EVENT("two" " \"pieces\"", SPANSMITH_ATTR(bad, Throwing()),
                  SPANSMITH_ATTR(good, 1)); }
  { if (sm_guard_1.sm_Recording()) {
#line 17 "input.cc"
 try { sm_guard_1.sm_Attribute("attempts", (
#line 17 "input.cc"
                           attempts)); } catch (...) { sm_guard_1.sm_AttributeFailed("attempts"); } } 
#line 17 "input.cc"
  SPANSMITH_NOTE(attempts, attempts); }
  return attempts;
}

template <typename T>
SPANSMITH_SPAN("Generic") static T Generic(T value) { /*guard 2*/
  { if (sm_guard_2.sm_Recording()) { sm_guard_2.sm_EventBegin("value");
#line 23 "input.cc"
 try { sm_guard_2.sm_Attribute("value", (
#line 23 "input.cc"
                                                 value)); } catch (...) { sm_guard_2.sm_AttributeFailed("value"); } sm_guard_2.sm_EventEnd(); } 
#line 23 "input.cc"
  SPANSMITH_EVENT("value", SPANSMITH_ATTR(value, value)); }
  { if (sm_guard_2.sm_Recording()) { const auto& sm_r_2 = value; static_cast<void>(sm_r_2); ::spansmith::injected::sm_LookAt(sm_guard_2, sm_r_2); } 
#line 24 "input.cc"
  return value; }
}

void Run();
void Run() { std::printf("%d %d %d\n", Retry(1), Retry(3), Generic(5)); }
