/*prologue*/
#line 1 "input.cc"
// Macros of the program with the names of what is injected: nothing meets them.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

#define Site +++
#define At(x) +++
#define Guard +++
#define Scope(x) +++
#define Kind(x) +++
#define Build +++
#define Root +++
#define Parent +++
#define Set +++
#define Attribute(x) +++
#define Recording +++
#define AttributeFailed +++
#define ErrorText(x) +++
#define Name +++
#define Link +++
#define EventBegin +++
#define EventEnd +++
#define SpanKind +++
#define Injector +++
#define Into +++
#define Failed +++
#define OkOnSuccess +++

SPANSMITH_SPAN("all", SPANSMITH_KIND(client), SPANSMITH_ATTR(a, text), SPANSMITH_RETURN_ATTR(r, result), SPANSMITH_ERROR_TEXT("failed"),
               SPANSMITH_NAME(text), SPANSMITH_LINK(text.substr(1, 0)), SPANSMITH_PARENT(""))
static int All(const std::string& text) { static ::spansmith::injected::sm_Site sm_site_1 = ::spansmith::injected::sm_Site("all").sm_At("All", __FILE__, 32).sm_Scope("golden").sm_Kind(::spansmith::injected::sm_SpanKind::kClient).sm_ErrorText("failed"); ::spansmith::injected::sm_Parent sm_parent_1; if (::spansmith::injected::sm_Parent::sm_Wanted(sm_site_1)) {
#line 31 "input.cc"
 try { sm_parent_1.sm_Set((
#line 31 "input.cc"
                                                                                         "")); } catch (...) { sm_parent_1.sm_Failed(); } } ::spansmith::injected::sm_Guard sm_guard_1(&sm_site_1, sm_parent_1); if (sm_guard_1.sm_Recording()) {
#line 31 "input.cc"
 try { sm_guard_1.sm_Name((
#line 31 "input.cc"
                              text)); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_NAME"); }
#line 31 "input.cc"
 try { sm_guard_1.sm_Link((
#line 31 "input.cc"
                                                    text.substr(1, 0))); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_LINK"); }
#line 30 "input.cc"
 try { sm_guard_1.sm_Attribute("a", (
#line 30 "input.cc"
                                                                text)); } catch (...) { sm_guard_1.sm_AttributeFailed("a"); } }
#line 33 "input.cc"
  { if (sm_guard_1.sm_Recording()) {
#line 33 "input.cc"
 try { sm_guard_1.sm_Attribute("size", (
#line 33 "input.cc"
                       text.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("size"); } } 
#line 33 "input.cc"
  SPANSMITH_NOTE(size, text.size()); }
  { if (sm_guard_1.sm_Recording()) { sm_guard_1.sm_EventBegin("event");
#line 34 "input.cc"
 try { sm_guard_1.sm_Attribute("b", (
#line 34 "input.cc"
                                             1)); } catch (...) { sm_guard_1.sm_AttributeFailed("b"); } sm_guard_1.sm_EventEnd(); } 
#line 34 "input.cc"
  SPANSMITH_EVENT("event", SPANSMITH_ATTR(b, 1)); }
  { sm_guard_1.sm_ErrorText("other"); 
#line 35 "input.cc"
  SPANSMITH_ERROR_TEXT("other"); }
  std::string context;
  { if (const ::spansmith::injected::sm_Injector sm_injector{}) {
#line 37 "input.cc"
 try { sm_injector.sm_Into((
#line 37 "input.cc"
                   context)); } catch (...) { sm_injector.sm_Failed(); } } 
#line 37 "input.cc"
  SPANSMITH_INJECT(context); }
  { auto sm_r_1 = 
#line 38 "input.cc"
         context.empty() && text.empty() ? 0 : 1; if (sm_guard_1.sm_Recording()) {
#line 30 "input.cc"
 try { sm_guard_1.sm_Attribute("r", (
#line 30 "input.cc"
                                                                                                sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("r"); } } return sm_r_1; }
#line 39 "input.cc"
}

void Run();
SPANSMITH_SPAN("Run", SPANSMITH_ROOT) void Run() { /*guard 2*/
#line 42 "input.cc"
                                                   All("x"); }
