// The guard of a constexpr function, word for word: its site stands where constant evaluation does not come.
// flags: -std=c++23
#include <spansmith/annotations.h>

#include <cstdio>

SPANSMITH_SPAN("Half", SPANSMITH_ATTR(value, value))
constexpr int Half(int value) { return value / 2; }
static_assert(Half(4) == 2);

void Run();
void Run() {
  volatile int four = 4;
  std::printf("%d\n", Half(four));
}
