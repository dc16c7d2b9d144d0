/*prologue*/
#line 1 "input.cc"
// The same from C++20 on, where both compilers move.
// flags: -std=c++20
#include <spansmith/annotations.h>

#include <cstdio>
#include <utility>

static int copies = 0;
static int moves = 0;

struct Base {
  explicit Base(int number) : value(number) {}
  Base(const Base& other) : value(other.value) { ++copies; }
  Base(Base&& other) noexcept : value(std::exchange(other.value, 0)) { ++moves; }
  int value;
};
struct Derived : Base {
  explicit Derived(int number) : Base(number) {}
};
// Its own conversion takes the local itself, so that all compilers move.
struct Taker {
  Taker(const Derived& from) : value(from.value) { ++copies; }  // NOLINT
  Taker(Derived&& from) noexcept : value(std::exchange(from.value, 0)) { ++moves; }  // NOLINT
  int value;
};

SPANSMITH_SPAN("Local", SPANSMITH_RETURN_ATTR(value, result.value)) static Base Local(int number) { /*guard 1*/
  Derived derived(number);
  { ::Base sm_r_1 = static_cast<decltype(derived)&&>(
#line 29 "input.cc"
         derived)
#line 29 "input.cc"
                ; if (sm_guard_1.sm_Recording()) {
#line 27 "input.cc"
 try { sm_guard_1.sm_Attribute("value", (
#line 27 "input.cc"
                                                     sm_r_1.value)); } catch (...) { sm_guard_1.sm_AttributeFailed("value"); } } return sm_r_1; }
#line 30 "input.cc"
}
SPANSMITH_SPAN("Parameter", SPANSMITH_RETURN_ATTR(value, result.value)) static Base Parameter(Derived derived) { /*guard 2*/
  { ::Base sm_r_2 = static_cast<decltype(derived)&&>(
#line 32 "input.cc"
         (derived))
#line 32 "input.cc"
                  ; if (sm_guard_2.sm_Recording()) {
#line 31 "input.cc"
 try { sm_guard_2.sm_Attribute("value", (
#line 31 "input.cc"
                                                         sm_r_2.value)); } catch (...) { sm_guard_2.sm_AttributeFailed("value"); } } return sm_r_2; }
#line 33 "input.cc"
}
SPANSMITH_SPAN("Takes", SPANSMITH_RETURN_ATTR(value, result.value)) static Taker Takes(int number) { /*guard 3*/
  Derived derived(number);
  { ::Taker sm_r_3 = static_cast<decltype(derived)&&>(
#line 36 "input.cc"
         derived)
#line 36 "input.cc"
                ; if (sm_guard_3.sm_Recording()) {
#line 34 "input.cc"
 try { sm_guard_3.sm_Attribute("value", (
#line 34 "input.cc"
                                                     sm_r_3.value)); } catch (...) { sm_guard_3.sm_AttributeFailed("value"); } } return sm_r_3; }
#line 37 "input.cc"
}
SPANSMITH_SPAN("Constant", SPANSMITH_RETURN_ATTR(value, result.value)) static Base Constant(int number) { /*guard 4*/
  const Derived derived(number);
  { ::Base sm_r_4 = static_cast<decltype(derived)&&>(
#line 40 "input.cc"
         derived)
#line 40 "input.cc"
                ; if (sm_guard_4.sm_Recording()) {
#line 38 "input.cc"
 try { sm_guard_4.sm_Attribute("value", (
#line 38 "input.cc"
                                                        sm_r_4.value)); } catch (...) { sm_guard_4.sm_AttributeFailed("value"); } } return sm_r_4; }
#line 41 "input.cc"
}

void Run();
void Run() {
  const auto count = [](const char* what, int value) {
    std::printf("%s: %d, %d copies\n", what, value, copies);
    copies = moves = 0;
  };
  count("local", Local(1).value);
  count("parameter", Parameter(Derived(2)).value);
  count("takes", Takes(3).value);
  count("constant", Constant(4).value);
}
