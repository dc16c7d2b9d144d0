/*prologue*/
#line 1 "input.cc"
// One annotated header below two others, one of which the source includes by `../` and one by -I; guards make the second
// time empty, and a header without annotations beside them stays what it is.
// flags: -std=c++17 -I include
#include "<work>/spansmith-headers/left.<hash>.h"
#include "<work>/spansmith-headers/right.<hash>.h"

#include <cstdio>

#include "<work>/spansmith-headers/core.<hash>.h"

void Run();
void Run() { std::printf("%d %d %d\n", Left(), Right(), Core(1)); }
