/*prologue*/
#line 1 "input.cc"
// A local that is returned as an object of its base is copied or moved as the compiler does it: before C++20 g++ copies.
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
  { ::Base sm_r_1 = ::spansmith::injected::sm_IntoBase(
#line 28 "input.cc"
         derived)
#line 28 "input.cc"
                ; if (sm_guard_1.sm_Recording()) {
#line 26 "input.cc"
 try { sm_guard_1.sm_Attribute("value", (
#line 26 "input.cc"
                                                     sm_r_1.value)); } catch (...) { sm_guard_1.sm_AttributeFailed("value"); } } return sm_r_1; }
#line 29 "input.cc"
}
SPANSMITH_SPAN("Parameter", SPANSMITH_RETURN_ATTR(value, result.value)) static Base Parameter(Derived derived) { /*guard 2*/
  { ::Base sm_r_2 = ::spansmith::injected::sm_IntoBase(
#line 31 "input.cc"
         (derived))
#line 31 "input.cc"
                  ; if (sm_guard_2.sm_Recording()) {
#line 30 "input.cc"
 try { sm_guard_2.sm_Attribute("value", (
#line 30 "input.cc"
                                                         sm_r_2.value)); } catch (...) { sm_guard_2.sm_AttributeFailed("value"); } } return sm_r_2; }
#line 32 "input.cc"
}
SPANSMITH_SPAN("Takes", SPANSMITH_RETURN_ATTR(value, result.value)) static Taker Takes(int number) { /*guard 3*/
  Derived derived(number);
  { ::Taker sm_r_3 = static_cast<decltype(derived)&&>(
#line 35 "input.cc"
         derived)
#line 35 "input.cc"
                ; if (sm_guard_3.sm_Recording()) {
#line 33 "input.cc"
 try { sm_guard_3.sm_Attribute("value", (
#line 33 "input.cc"
                                                     sm_r_3.value)); } catch (...) { sm_guard_3.sm_AttributeFailed("value"); } } return sm_r_3; }
#line 36 "input.cc"
}
SPANSMITH_SPAN("Constant", SPANSMITH_RETURN_ATTR(value, result.value)) static Base Constant(int number) { /*guard 4*/
  const Derived derived(number);
  { ::Base sm_r_4 = ::spansmith::injected::sm_IntoBase(
#line 39 "input.cc"
         derived)
#line 39 "input.cc"
                ; if (sm_guard_4.sm_Recording()) {
#line 37 "input.cc"
 try { sm_guard_4.sm_Attribute("value", (
#line 37 "input.cc"
                                                        sm_r_4.value)); } catch (...) { sm_guard_4.sm_AttributeFailed("value"); } } return sm_r_4; }
#line 40 "input.cc"
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
