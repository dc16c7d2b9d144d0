/*prologue*/
#line 1 "input.cc"
// Notes at labels, cases, branches and loops without braces.
#include <spansmith/annotations.h>

#include <cstdio>

SPANSMITH_SPAN("Labels") static int Labels(int n) { /*guard 1*/
  if (n > 1) {
    { if (sm_guard_1.sm_Recording()) {
#line 8 "input.cc"
 try { sm_guard_1.sm_Attribute("large", (
#line 8 "input.cc"
                          n)); } catch (...) { sm_guard_1.sm_AttributeFailed("large"); } } 
#line 8 "input.cc"
    SPANSMITH_NOTE(large, n); }
  } else
    switch (n)
    default: { if (sm_guard_1.sm_Recording()) {
#line 11 "input.cc"
 try { sm_guard_1.sm_Attribute("small", (
#line 11 "input.cc"
                                   n)); } catch (...) { sm_guard_1.sm_AttributeFailed("small"); } } 
#line 11 "input.cc"
             SPANSMITH_NOTE(small, n); }
  switch (n) {
    case 1: { if (sm_guard_1.sm_Recording()) {
#line 13 "input.cc"
 try { sm_guard_1.sm_Attribute("one", (
#line 13 "input.cc"
                                true)); } catch (...) { sm_guard_1.sm_AttributeFailed("one"); } } 
#line 13 "input.cc"
            SPANSMITH_NOTE(one, true); }
#line 13 "input.cc"
                                       break;
    case 2:
    default: { if (sm_guard_1.sm_Recording()) { sm_guard_1.sm_EventBegin("other");
#line 15 "input.cc"
 try { sm_guard_1.sm_Attribute("n", (
#line 15 "input.cc"
                                                        n)); } catch (...) { sm_guard_1.sm_AttributeFailed("n"); } sm_guard_1.sm_EventEnd(); } 
#line 15 "input.cc"
             SPANSMITH_EVENT("other", SPANSMITH_ATTR(n, n)); }
  }
  for (int i = 0; i < n; ++i) { if (sm_guard_1.sm_Recording()) {
#line 17 "input.cc"
 try { sm_guard_1.sm_Attribute("i", (
#line 17 "input.cc"
                                                i)); } catch (...) { sm_guard_1.sm_AttributeFailed("i"); } } 
#line 17 "input.cc"
                              SPANSMITH_NOTE(i, i); }
  if (n == 3) goto end;
  ++n;
end: { if (sm_guard_1.sm_Recording()) {
#line 20 "input.cc"
 try { sm_guard_1.sm_Attribute("end", (
#line 20 "input.cc"
                         n)); } catch (...) { sm_guard_1.sm_AttributeFailed("end"); } } 
#line 20 "input.cc"
     SPANSMITH_NOTE(end, n); }
  return n;
}

void Run();
void Run() {
  std::printf("%d %d %d\n", Labels(1), Labels(2), Labels(3));
}
