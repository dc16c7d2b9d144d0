/*prologue*/
#line 1 "input.cc"
// Under -fno-exceptions no try is written: for injected context, names, links, parents and events.
// flags: -std=c++20 -fno-exceptions
#include <spansmith/annotations.h>

#include <cstdio>
#include <functional>
#include <string>

SPANSMITH_SPAN("All", SPANSMITH_NAME("All " + text), SPANSMITH_LINK(text), SPANSMITH_PARENT(text), SPANSMITH_ATTR(text, text))
static int All(const std::string& text) { static ::spansmith::injected::sm_Site sm_site_1 = ::spansmith::injected::sm_Site("All").sm_At("All", __FILE__, 10).sm_Scope("golden"); ::spansmith::injected::sm_Parent sm_parent_1; if (::spansmith::injected::sm_Parent::sm_Wanted(sm_site_1)) {
#line 9 "input.cc"
 sm_parent_1.sm_Set((
#line 9 "input.cc"
                                                                                            text)); } ::spansmith::injected::sm_Guard sm_guard_1(&sm_site_1, sm_parent_1); if (sm_guard_1.sm_Recording()) {
#line 9 "input.cc"
 sm_guard_1.sm_Name((
#line 9 "input.cc"
                                     "All " + text));
#line 9 "input.cc"
 sm_guard_1.sm_Link((
#line 9 "input.cc"
                                                                    text));
#line 9 "input.cc"
 sm_guard_1.sm_Attribute("text", (
#line 9 "input.cc"
                                                                                                                        text)); }
#line 11 "input.cc"
  std::string out;
  { if (const ::spansmith::injected::sm_Injector sm_injector{}) {
#line 12 "input.cc"
 sm_injector.sm_Into((
#line 12 "input.cc"
                   out)); } 
#line 12 "input.cc"
  SPANSMITH_INJECT(out); }
  { if (sm_guard_1.sm_Recording()) { sm_guard_1.sm_EventBegin("injected");
#line 13 "input.cc"
 sm_guard_1.sm_Attribute("size", (
#line 13 "input.cc"
                                                   out.size())); sm_guard_1.sm_EventEnd(); } 
#line 13 "input.cc"
  SPANSMITH_EVENT("injected", SPANSMITH_ATTR(size, out.size())); }
  return static_cast<int>(text.size());
}

static int Later(SPANSMITH_CARRY std::function<int()> task) {
#line 17 "input.cc"
 ::spansmith::injected::sm_Carry(task);
#line 17 "input.cc"
                                                              return task(); }

void Run();
void Run() { std::printf("%d\n", Later([] { return All("x"); })); }
