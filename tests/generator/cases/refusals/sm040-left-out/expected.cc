/*prologue*/
#line 1 "input.cc"
// Functions that cannot have a guard: left out with a warning that says why, and compiled.
#include <spansmith/annotations.h>
// flags: -std=c++20
#include <cstdio>

SPANSMITH_SPAN("constexpr") constexpr int Constexpr(int value) { return value + 1; }
SPANSMITH_SPAN("recursive") static int Recursive(int n, int sum) {
  if (n == 0) return sum;
  return Recursive(n - 1, sum + n);
}
SPANSMITH_SPAN("try") static int Try(int value) { /*guard 1*/ 
#line 11 "input.cc"
                                                try {
  return value;
} catch (...) {
  return 0;
} }
SPANSMITH_SPAN("kept") static int Kept(int value) { /*guard 2*/
#line 16 "input.cc"
                                                    return value; }

void Run();
void Run() {
  static_assert(Constexpr(1) == 2);
  std::printf("%d %d %d\n", Recursive(4, 0), Try(1), Kept(2));
}
