/*prologue*/
#line 1 "input.cc"
// Includes that only one of the compilers sees are found from the copy as from the original.
#include "<work>/spansmith-headers/both.<hash>.h"

#include <cstdio>

void Run();
void Run() { std::printf("%s %d\n", "own", Both() > 0); }
