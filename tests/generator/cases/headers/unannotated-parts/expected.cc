/*prologue*/
#line 1 "input.cc"
// Parts of one header are annotated, its other definitions are not touched; sites of the source are numbered apart.
#include "<work>/spansmith-headers/parts.<hash>.h"

#include <cstdio>

SPANSMITH_SPAN("Own") static int Own() { /*guard 1*/
#line 6 "input.cc"
                                         return Traced() + Untraced(); }

void Run();
void Run() { std::printf("%d\n", Own()); }
