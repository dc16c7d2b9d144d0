/*prologue*/
#line 1 "input.cc"
// A header that the command line includes by another option than -include is not copied; nor what it includes.
// flags: -std=c++17 -Wp,-include,forced.h
#include "<case>/./inner.h"

#include <cstdio>

SPANSMITH_SPAN("Own") static int Own() { /*guard 1*/
#line 7 "input.cc"
                                         return Inner() + Forced(); }

void Run();
void Run() { std::printf("%d\n", Own()); }
