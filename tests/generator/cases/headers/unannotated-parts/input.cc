// Parts of one header are annotated, its other definitions are not touched; sites of the source are numbered apart.
#include "parts.h"

#include <cstdio>

SPANSMITH_SPAN("Own") static int Own() { return Traced() + Untraced(); }

void Run();
void Run() { std::printf("%d\n", Own()); }
