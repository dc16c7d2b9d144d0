// A pragma that makes an error of what Clang alone would warn of hinders nothing.
// flags: -Wno-pragmas
// compilers: g++
#include <cstdio>

#pragma GCC diagnostic error "-Wunused-lambda-capture"

static int Captured(int value) {
  const int other = value;
  return [other]() { return 1; }();
}

void Run();
void Run() { std::printf("%d\n", Captured(6)); }
