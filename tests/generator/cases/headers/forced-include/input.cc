// A header that the command line includes, as a precompiled one, is copied, and so is what it includes.
// flags: -std=c++17 -include forced.h
#include "inner.h"

#include <cstdio>

SPANSMITH_SPAN("Own") static int Own() { return Inner() + Forced(); }

void Run();
void Run() { std::printf("%d\n", Own()); }
