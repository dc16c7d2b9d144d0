/*prologue*/
#line 1 "input.cc"
// A header that the command line includes, as a precompiled one, is not copied; nor what it includes. The source is.
// flags: -std=c++17 -include forced.h
#include "<case>/./inner.h"

#include <cstdio>

SPANSMITH_SPAN("Own") static int Own() { /*guard 1*/
#line 7 "input.cc"
                                         return Inner() + Forced(); }

void Run();
void Run() { std::printf("%d\n", Own()); }
