// A header that the command line includes by another option than -include is not copied; nor what it includes.
// flags: -std=c++17 -Wp,-include,forced.h
#include "inner.h"

#include <cstdio>

SPANSMITH_SPAN("Own") static int Own() { return Inner() + Forced(); }

void Run();
void Run() { std::printf("%d\n", Own()); }
