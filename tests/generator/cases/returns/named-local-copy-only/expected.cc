/*prologue*/
#line 1 "input.cc"
// NRVO of a type that can only be copied: the observed `return local;` copies nothing, as before.
#include <spansmith/annotations.h>

#include <cstdio>

struct CopyOnly {
  int value = 0;
  explicit CopyOnly(int v) : value(v) { std::puts("construct"); }
  CopyOnly(const CopyOnly& other) : value(other.value) { std::puts("copy"); }
  CopyOnly& operator=(const CopyOnly&) = default;
  ~CopyOnly() { std::puts("destroy"); }
};

SPANSMITH_SPAN("Make", SPANSMITH_RETURN_ATTR(value, result.value))
static CopyOnly Make(int value) { /*guard 1*/
  CopyOnly made(value);
  if (value > 1) {
    made.value = 10;
    { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = made; static_cast<void>(sm_r_1);
#line 14 "input.cc"
 try { sm_guard_1.sm_Attribute("value", (
#line 14 "input.cc"
                                                    sm_r_1.value)); } catch (...) { sm_guard_1.sm_AttributeFailed("value"); } } 
#line 19 "input.cc"
    return made; }
  }
  { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = made; static_cast<void>(sm_r_1);
#line 14 "input.cc"
 try { sm_guard_1.sm_Attribute("value", (
#line 14 "input.cc"
                                                    sm_r_1.value)); } catch (...) { sm_guard_1.sm_AttributeFailed("value"); } } 
#line 21 "input.cc"
  return made; }
}

void Run();
void Run() {
  const CopyOnly one = Make(1);
  const CopyOnly two = Make(2);
  std::printf("%d %d\n", one.value, two.value);
}
