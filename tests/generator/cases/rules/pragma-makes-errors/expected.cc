/*prologue*/
#line 1 "input.cc"
// A pragma that makes an error of what Clang alone would warn of hinders nothing.
// flags: -Wno-pragmas
// compilers: g++
#include <cstdio>

#pragma GCC diagnostic error "-Wunused-lambda-capture"

static int Captured(int value) { /*guard 1*/
  const int other = value;
  return [other]() { /*guard 2*/
#line 10 "input.cc"
                     return 1; }();
}

void Run();
void Run() { /*guard 3*/
#line 14 "input.cc"
             std::printf("%d\n", Captured(6)); }
