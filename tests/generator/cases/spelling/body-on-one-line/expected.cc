// Made by `spansmith cc --scope golden` from input.cc
#include <spansmith/injected.h>
#if SPANSMITH_INJECTED_CONTRACT != 6
#error "the spansmith tool and libspansmith are of different versions: build both from one source"
#elif !defined(__clang__)
#pragma GCC diagnostic ignored "-Wsubobject-linkage"
#endif
#line 1 "input.cc"
// What follows an insertion on its line keeps its line and column, comments and tabs included.
#include <spansmith/annotations.h>

void Run();
SPANSMITH_SPAN("Inc")
static int Inc(int value) { static ::spansmith::injected::sm_Site sm_site_1 = ::spansmith::injected::sm_Site("Inc").sm_At("Inc", __FILE__, 6).sm_Scope("golden"); ::spansmith::injected::sm_Guard sm_guard_1(&sm_site_1);
#line 6 "input.cc"
                           	/* kept */ return value + 1; }  // kept
SPANSMITH_SPAN("Empty") static void Empty() { static ::spansmith::injected::sm_Site sm_site_2 = ::spansmith::injected::sm_Site("Empty").sm_At("Empty", __FILE__, 7).sm_Scope("golden"); ::spansmith::injected::sm_Guard sm_guard_2(&sm_site_2);
#line 7 "input.cc"
                                             }
void Run() { Inc(1); Empty(); }
