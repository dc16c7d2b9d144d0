/*prologue*/
#line 1 "input.cc"
// Values that can neither be copied nor moved, calls of void functions returned, and returns of nothing, as they were.
#include <spansmith/annotations.h>

#include <atomic>
#include <cstdio>
#include <mutex>

struct Fixed {
  explicit Fixed(int v) : value(v) { std::printf("made %d\n", v); }
  Fixed(const Fixed&) = delete;
  Fixed(Fixed&&) = delete;
  Fixed& operator=(const Fixed&) = delete;
  Fixed& operator=(Fixed&&) = delete;
  ~Fixed() { std::printf("gone %d\n", value); }
  int value;
};

SPANSMITH_SPAN("Make", SPANSMITH_ARGS(v), SPANSMITH_EXIT_ATTR(v, v)) static Fixed Make(int v) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 18 "input.cc"
 try { sm_guard_1.sm_Attribute("code.argument.v", (
#line 18 "input.cc"
                                      v)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.v"); } } const auto sm_exit_1 = ::spansmith::injected::sm_AtExit([&](::spansmith::injected::sm_Exiting) { if (sm_guard_1.sm_Recording()) {
#line 18 "input.cc"
 try { sm_guard_1.sm_Attribute("v", (
#line 18 "input.cc"
                                                                 v)); } catch (...) { sm_guard_1.sm_AttributeFailed("v"); } } });
#line 19 "input.cc"
  if (v > 2) return Fixed(v);
  return Fixed{v + 1};
}
SPANSMITH_SPAN("Again") static Fixed Again(int v) { /*guard 2*/
#line 22 "input.cc"
                                                    return Make(v); }
SPANSMITH_SPAN("Locked") static std::unique_lock<std::mutex> Locked(std::mutex& m) { /*guard 3*/
#line 23 "input.cc"
                                                                                     return std::unique_lock<std::mutex>(m); }
SPANSMITH_SPAN("Flag") static std::atomic<int> Flag() { /*guard 4*/
#line 24 "input.cc"
                                                        return std::atomic<int>{4}; }
// A reference to one that cannot move, and a parameter of it, can be looked at.
SPANSMITH_SPAN("Ref", SPANSMITH_RETURN_ATTR(value, result.value)) static const Fixed& Ref(const Fixed& f) { /*guard 5*/
#line 26 "input.cc"
                                                                                                            { if (sm_guard_5.sm_Recording()) { const auto& sm_r_5 = f; static_cast<void>(sm_r_5);
#line 26 "input.cc"
 try { sm_guard_5.sm_Attribute("value", (
#line 26 "input.cc"
                                                   sm_r_5.value)); } catch (...) { sm_guard_5.sm_AttributeFailed("value"); } } 
#line 26 "input.cc"
                                                                                                            return f; }
#line 26 "input.cc"
                                                                                                                      }

SPANSMITH_SPAN("Void") static void Void(int n) { /*guard 6*/
  if (n == 0) return;
  if (n == 1) return void();
  return static_cast<void>(n);
}
SPANSMITH_SPAN("Through") static void Through(int n) { /*guard 7*/
#line 33 "input.cc"
                                                       return Void(n); }
template <typename F>
SPANSMITH_SPAN("Call") auto Call(F f) -> decltype(f()) { /*guard 8*/
  return f();
}

void Run();
void Run() {
  const Fixed one = Again(1);
  std::printf("%d %d\n", Again(3).value, Ref(one).value);
  std::mutex m;
  std::printf("%d %d\n", Locked(m).owns_lock() ? 1 : 0, Flag().load());
  for (int n = 0; n < 3; ++n) Through(n);
  Call([] { Void(1); });
  std::printf("%d\n", Call([] { return 5; }));
}
