// Under -fno-exceptions no try is written, and everything else works.
#include <spansmith/annotations.h>

#include <cstdio>
// flags: -std=c++17 -fno-exceptions

SPANSMITH_SPAN("Plain", SPANSMITH_ATTR(value, value), SPANSMITH_RETURN_ATTR(out, result))
static int Plain(int value) {
  SPANSMITH_NOTE(twice, value * 2);
  return value + 1;
}

void Run();
void Run() { std::printf("%d\n", Plain(1)); }
