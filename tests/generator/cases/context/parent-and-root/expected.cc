/*prologue*/
#line 1 "input.cc"
// SPANSMITH_PARENT continues another trace, an empty or malformed one is none; SPANSMITH_ROOT begins a trace.
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <string>

struct Trigger {
  std::string traceparent;
};

const std::string& Throwing();
const std::string& Throwing() { throw std::runtime_error("no parent"); }

SPANSMITH_SPAN("Handle", SPANSMITH_PARENT(trigger.traceparent), SPANSMITH_ATTR(handle.size, trigger.traceparent.size()))
static int Handle(const Trigger& trigger) { static ::spansmith::injected::sm_Site sm_site_1 = ::spansmith::injected::sm_Site("Handle").sm_At("Handle", __FILE__, 16).sm_Scope("golden"); ::spansmith::injected::sm_Parent sm_parent_1; if (::spansmith::injected::sm_Parent::sm_Wanted(sm_site_1)) {
#line 15 "input.cc"
 try { sm_parent_1.sm_Set((
#line 15 "input.cc"
                                          trigger.traceparent)); } catch (...) { sm_parent_1.sm_Failed(); } } ::spansmith::injected::sm_Guard sm_guard_1(&sm_site_1, sm_parent_1); if (sm_guard_1.sm_Recording()) {
#line 15 "input.cc"
 try { sm_guard_1.sm_Attribute("handle.size", (
#line 15 "input.cc"
                                                                                            trigger.traceparent.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("handle.size"); } }
#line 17 "input.cc"
  return static_cast<int>(trigger.traceparent.size());
}

SPANSMITH_SPAN("Throws", SPANSMITH_PARENT(
                             Throwing()))
static int Throws() { static ::spansmith::injected::sm_Site sm_site_2 = ::spansmith::injected::sm_Site("Throws").sm_At("Throws", __FILE__, 22).sm_Scope("golden"); ::spansmith::injected::sm_Parent sm_parent_2; if (::spansmith::injected::sm_Parent::sm_Wanted(sm_site_2)) {
#line 21 "input.cc"
 try { sm_parent_2.sm_Set((
#line 21 "input.cc"
                             Throwing())); } catch (...) { sm_parent_2.sm_Failed(); } } ::spansmith::injected::sm_Guard sm_guard_2(&sm_site_2, sm_parent_2);
#line 22 "input.cc"
                      return 1; }

SPANSMITH_SPAN("Null", SPANSMITH_PARENT(text)) static int Null(const char* text) { static ::spansmith::injected::sm_Site sm_site_3 = ::spansmith::injected::sm_Site("Null").sm_At("Null", __FILE__, 24).sm_Scope("golden"); ::spansmith::injected::sm_Parent sm_parent_3; if (::spansmith::injected::sm_Parent::sm_Wanted(sm_site_3)) {
#line 24 "input.cc"
 try { sm_parent_3.sm_Set((
#line 24 "input.cc"
                                        text)); } catch (...) { sm_parent_3.sm_Failed(); } } ::spansmith::injected::sm_Guard sm_guard_3(&sm_site_3, sm_parent_3);
#line 24 "input.cc"
                                                                                   return text == nullptr ? 1 : 0; }

SPANSMITH_SPAN("Inner") static int Inner() { /*guard 4*/
#line 26 "input.cc"
                                             return 7; }

SPANSMITH_SPAN("Watch", SPANSMITH_ROOT, SPANSMITH_KIND(consumer)) static int Watch() { /*guard 5*/
#line 28 "input.cc"
                                                                                       return Inner(); }

SPANSMITH_SPAN("Outer") static int Outer() { /*guard 6*/
  return Handle({"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}) + Handle({""}) + Handle({"malformed"}) +
         Throws() + Null(nullptr) + Watch();
}

void Run();
void Run() { std::printf("%d\n", Outer()); }
