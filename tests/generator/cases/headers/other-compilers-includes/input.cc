// Includes that only one of the compilers sees are found from the copy as from the original.
#include "both.h"

#include <cstdio>

void Run();
void Run() { std::printf("%s %d\n", "own", Both() > 0); }
