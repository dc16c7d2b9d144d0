/*prologue*/
#line 1 "input.cc"
// A header that the command line includes, as a precompiled one, is copied, and so is what it includes.
// flags: -std=c++17 -include forced.h
#include "<work>/spansmith-headers/inner.<hash>.h"

#include <cstdio>

SPANSMITH_SPAN("Own") static int Own() { /*guard 1*/
#line 7 "input.cc"
                                         return Inner() + Forced(); }

void Run();
void Run() { std::printf("%d\n", Own()); }
