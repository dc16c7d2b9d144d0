// Made by `spansmith cc --scope golden` from input.cc
#include <spansmith/injected.h>
#if SPANSMITH_INJECTED_CONTRACT != 6
#error "the spansmith tool and libspansmith are of different versions: build both from one source"
#elif !defined(__clang__)
#pragma GCC diagnostic ignored "-Wsubobject-linkage"
#endif
#line 1 "input.cc"
// The guard of a constexpr function, word for word: its site stands where constant evaluation does not come.
// flags: -std=c++23
#include <spansmith/annotations.h>

#include <cstdio>

SPANSMITH_SPAN("Half", SPANSMITH_ATTR(value, value))
constexpr int Half(int value) { struct sm_at_1 { static ::spansmith::injected::sm_Site* sm_Get() noexcept { static ::spansmith::injected::sm_Site sm_site_1 = ::spansmith::injected::sm_Site("Half").sm_At("Half", __FILE__, 8).sm_Scope("golden"); return &sm_site_1; } }; ::spansmith::injected::sm_Guard sm_guard_1(&sm_at_1::sm_Get); if (sm_guard_1.sm_Recording()) {
#line 7 "input.cc"
 try { sm_guard_1.sm_Attribute("value", (
#line 7 "input.cc"
                                             value)); } catch (...) { sm_guard_1.sm_AttributeFailed("value"); } }
#line 8 "input.cc"
                                return value / 2; }
static_assert(Half(4) == 2);

void Run();
void Run() {
  volatile int four = 4;
  std::printf("%d\n", Half(four));
}
