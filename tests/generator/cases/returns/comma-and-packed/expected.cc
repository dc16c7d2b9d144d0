/*prologue*/
#line 1 "input.cc"
// A comma expression is one value; a packed member is copied, not bound; a pointer to a function and an array by reference
// are returned as they were; decltype(auto) deduces what it did.
#include <spansmith/annotations.h>

#include <cstdio>
#include <type_traits>

struct Inner {
  int value;
};
struct [[gnu::packed]] Packed {
  char first;
  Inner inner;
};
struct Array {
  int values[3] = {1, 2, 3};
};
struct Holder {
  Inner inner;
};

static int calls = 0;

static int Add(int a, int b) { return a + b; }
static int Sub(int a, int b) { return a - b; }

SPANSMITH_SPAN("Comma", SPANSMITH_RETURN_ATTR(r, result)) static int Comma(int i, int j) { /*guard 1*/
#line 27 "input.cc"
                                                                                           { int sm_r_1 = (
#line 27 "input.cc"
                                                                                                  calls += i, j)
#line 27 "input.cc"
                                                                                                               ; if (sm_guard_1.sm_Recording()) {
#line 27 "input.cc"
 try { sm_guard_1.sm_Attribute("r", (
#line 27 "input.cc"
                                                 sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("r"); } } return sm_r_1; }
#line 27 "input.cc"
                                                                                                                 }
SPANSMITH_SPAN("Packed", SPANSMITH_RETURN_ATTR(r, result.value)) static Inner FromPacked(Packed& p) { /*guard 2*/
#line 28 "input.cc"
                                                                                                      { ::Inner sm_r_2 = 
#line 28 "input.cc"
                                                                                                             p.inner; if (sm_guard_2.sm_Recording()) {
#line 28 "input.cc"
 try { sm_guard_2.sm_Attribute("r", (
#line 28 "input.cc"
                                                  sm_r_2.value)); } catch (...) { sm_guard_2.sm_AttributeFailed("r"); } } return sm_r_2; }
#line 28 "input.cc"
                                                                                                                      }
SPANSMITH_SPAN("Pick", SPANSMITH_RETURN_ATTR(r, result(5, 2))) static int (*Pick(bool add))(int, int) { /*guard 3*/
#line 29 "input.cc"
                                                                                                        { auto sm_r_3 = 
#line 29 "input.cc"
                                                                                                               add ? Add : Sub; if (sm_guard_3.sm_Recording()) {
#line 29 "input.cc"
 try { sm_guard_3.sm_Attribute("r", (
#line 29 "input.cc"
                                                sm_r_3(5, 2))); } catch (...) { sm_guard_3.sm_AttributeFailed("r"); } } return sm_r_3; }
#line 29 "input.cc"
                                                                                                                                }
SPANSMITH_SPAN("Values", SPANSMITH_RETURN_ATTR(r, *result)) static int (&Values(Array& array))[3] { /*guard 4*/
#line 30 "input.cc"
                                                                                                    { auto& sm_r_4 = 
#line 30 "input.cc"
                                                                                                           array.values; if (sm_guard_4.sm_Recording()) {
#line 30 "input.cc"
 try { sm_guard_4.sm_Attribute("r", (
#line 30 "input.cc"
                                                  *sm_r_4)); } catch (...) { sm_guard_4.sm_AttributeFailed("r"); } } return sm_r_4; }
#line 30 "input.cc"
                                                                                                                         }
SPANSMITH_SPAN("Deduced", SPANSMITH_RETURN_ATTR(r, result.value)) static decltype(auto) Deduced(Holder h) { /*guard 5*/
#line 31 "input.cc"
                                                                                                            { ::Inner sm_r_5 = 
#line 31 "input.cc"
                                                                                                                   h.inner; if (sm_guard_5.sm_Recording()) {
#line 31 "input.cc"
 try { sm_guard_5.sm_Attribute("r", (
#line 31 "input.cc"
                                                   sm_r_5.value)); } catch (...) { sm_guard_5.sm_AttributeFailed("r"); } } return sm_r_5; }
#line 31 "input.cc"
                                                                                                                            }

void Run();
void Run() {
  Packed packed = {'x', {3}};
  Array array;
  static_assert(!std::is_reference_v<decltype(Deduced(Holder{{4}}))>);
  std::printf("%d %d %d %d %d %d\n", Comma(1, 2), FromPacked(packed).value, Pick(true)(1, 1), Pick(false)(1, 1),
              Values(array)[2], Deduced(Holder{{4}}).value + calls);
}
