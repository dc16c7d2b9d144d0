/*prologue*/
#line 1 "input.cc"
// A copy of a system header is one still: the compilers say nothing of what is in it.
// flags: -std=c++17 -isystem sys
#include <cstdio>
#include "<work>/spansmith-headers/library.<hash>.h"

void Run();
void Run() { std::printf("%d\n", library::Narrow(300.5)); }
