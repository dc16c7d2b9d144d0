// A header that the command line includes, as a precompiled one, is not copied; nor what it includes. The source is.
// flags: -std=c++17 -include forced.h
#include "inner.h"

#include <cstdio>

SPANSMITH_SPAN("Own") static int Own() { return Inner() + Forced(); }

void Run();
void Run() { std::printf("%d\n", Own()); }
