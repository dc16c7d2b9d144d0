// A `musttail` return may have nothing behind it: left out with a warning that says why.
// compilers: clang++
#include <spansmith/annotations.h>

#include <cstdio>

SPANSMITH_SPAN("even") static bool Even(unsigned n);
SPANSMITH_SPAN("odd") static bool Odd(unsigned n) {
  if (n == 0) return false;
  [[clang::musttail]] return Even(n - 1);
}
static bool Even(unsigned n) {
  if (n == 0) return true;
  [[clang::musttail]] return Odd(n - 1);
}
SPANSMITH_SPAN("kept") static bool Kept(unsigned n) { return Even(n); }

void Run();
void Run() { std::printf("%d %d\n", Kept(1000000) ? 1 : 0, Odd(4) ? 1 : 0); }
