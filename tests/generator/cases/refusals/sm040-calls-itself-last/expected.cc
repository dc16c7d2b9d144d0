/*prologue*/
#line 1 "input.cc"
// A call of itself at the end, in the forms that an optimiser makes a loop of: left out. In the middle: traced.
#include <spansmith/annotations.h>
// flags: -std=c++17 -O2

#include <cstdio>

static long sum = 0;

SPANSMITH_SPAN("void") static void Void(long n) {
  if (n == 0) return;
  sum += n;
  Void(n - 1);
}
SPANSMITH_SPAN("branch") static void Branch(long n) {
  if (n > 0) {
    sum += n;
    Branch(n - 1);
    return;
  }
  sum += 1;
}
SPANSMITH_SPAN("conditional") static long Conditional(long a, long n) { return n == 0 ? a : Conditional(a + n, n - 1); }
template <typename T>
SPANSMITH_SPAN("template") T Template(T a, T n) {
  if (n == 0) return a;
  return Template(a + n, n - 1);
}
SPANSMITH_SPAN("middle") static long Middle(long n) { /*guard 1*/
  if (n == 0) return 0;
  const long below = Middle(n - 1);
  return below + n;
}

void Run();
void Run() {
  Void(1000000);
  Branch(1000000);
  std::printf("%ld %ld %ld %ld\n", sum, Conditional(0, 1000000), Template(0L, 1000000L), Middle(2));
}
