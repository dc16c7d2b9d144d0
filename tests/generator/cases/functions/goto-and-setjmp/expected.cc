/*prologue*/
#line 1 "input.cc"
// Jumps: out of scopes and into them, backwards, computed, out of a switch, setjmp and longjmp within and across.
// flags: -std=c++17 -Wno-gnu-label-as-value -Wno-pedantic
#include <spansmith/annotations.h>

#include <csetjmp>
#include <cstdio>
#include <string>

SPANSMITH_SPAN("Scopes", SPANSMITH_RETURN_ATTR(r, result))
static int Scopes(int n) { /*guard 1*/
  int rounds = 0;
back:
  ++rounds;
  {
    const std::string held(3, 'x');
    if (rounds < n) goto back;
    if (n == 0) goto out;
  }
  if (n > 5) goto in;
  while (rounds < 100) {
    rounds += 10;
  in:
    rounds += 1;
    if (rounds > 50) goto out;
  }
out:
  { if (sm_guard_1.sm_Recording()) {
#line 27 "input.cc"
 try { sm_guard_1.sm_Attribute("rounds", (
#line 27 "input.cc"
                         rounds)); } catch (...) { sm_guard_1.sm_AttributeFailed("rounds"); } } 
#line 27 "input.cc"
  SPANSMITH_NOTE(rounds, rounds); }
  { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = rounds; static_cast<void>(sm_r_1);
#line 9 "input.cc"
 try { sm_guard_1.sm_Attribute("r", (
#line 9 "input.cc"
                                                  sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("r"); } } 
#line 28 "input.cc"
  return rounds; }
}

SPANSMITH_SPAN("Computed", SPANSMITH_RETURN_ATTR(r, result))
static int Computed(const char* code) { /*guard 2*/
  static const void* const kTargets[] = {&&add, &&twice, &&stop};
  int value = 1;
next:
  goto* kTargets[*code++ - '0'];
add:
  value += 1;
  goto next;
twice:
  value *= 2;
  goto next;
stop:
  { if (sm_guard_2.sm_Recording()) { const auto& sm_r_2 = value; static_cast<void>(sm_r_2);
#line 31 "input.cc"
 try { sm_guard_2.sm_Attribute("r", (
#line 31 "input.cc"
                                                    sm_r_2)); } catch (...) { sm_guard_2.sm_AttributeFailed("r"); } } 
#line 44 "input.cc"
  return value; }
}

SPANSMITH_SPAN("Switch", SPANSMITH_RETURN_ATTR(r, result))
static int Switch(int n) { /*guard 3*/
  switch (n)
    while (n < 10) {
      case 1: ++n; [[fallthrough]];
      case 2: n += 2; if (n == 4) goto four; [[fallthrough]];
      default: n += 5;
    }
  { if (sm_guard_3.sm_Recording()) { const auto& sm_r_3 = n; static_cast<void>(sm_r_3);
#line 47 "input.cc"
 try { sm_guard_3.sm_Attribute("r", (
#line 47 "input.cc"
                                                  sm_r_3)); } catch (...) { sm_guard_3.sm_AttributeFailed("r"); } } 
#line 55 "input.cc"
  return n; }
four:
  { auto sm_r_3 = 
#line 57 "input.cc"
         4; if (sm_guard_3.sm_Recording()) {
#line 47 "input.cc"
 try { sm_guard_3.sm_Attribute("r", (
#line 47 "input.cc"
                                                  sm_r_3)); } catch (...) { sm_guard_3.sm_AttributeFailed("r"); } } return sm_r_3; }
#line 58 "input.cc"
}

static std::jmp_buf jump;
SPANSMITH_SPAN("Deep") static void Deep(int n) { /*guard 4*/
  if (n == 3) std::longjmp(jump, n);
}
SPANSMITH_SPAN("Set", SPANSMITH_RETURN_ATTR(r, result), SPANSMITH_EXIT_ATTR(n, n)) static int Set(int n) { /*guard 5*/ const auto sm_exit_5 = ::spansmith::injected::sm_AtExit([&](::spansmith::injected::sm_Exiting) { if (sm_guard_5.sm_Recording()) {
#line 64 "input.cc"
 try { sm_guard_5.sm_Attribute("n", (
#line 64 "input.cc"
                                                                               n)); } catch (...) { sm_guard_5.sm_AttributeFailed("n"); } } });
#line 65 "input.cc"
  volatile int tries = 0;
  const int came = setjmp(jump);
  tries = tries + 1;
  if (came == 0 && n == 1) std::longjmp(jump, 7);
  { auto sm_r_5 = 
#line 69 "input.cc"
         came * 10 + tries; if (sm_guard_5.sm_Recording()) {
#line 64 "input.cc"
 try { sm_guard_5.sm_Attribute("r", (
#line 64 "input.cc"
                                               sm_r_5)); } catch (...) { sm_guard_5.sm_AttributeFailed("r"); } } return sm_r_5; }
#line 70 "input.cc"
}
static int Across() {
  if (setjmp(jump) != 0) return 1;
  Deep(2);
  return 0;
}

void Run();
void Run() {
  std::printf("%d %d %d %d\n", Scopes(0), Scopes(3), Scopes(7), Computed("0112"));
  std::printf("%d %d %d %d %d\n", Switch(1), Switch(2), Switch(3), Switch(20), Across());
  std::printf("%d %d\n", Set(0), Set(1));
}
