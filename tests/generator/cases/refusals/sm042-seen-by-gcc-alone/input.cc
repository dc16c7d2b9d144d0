// A header that g++ includes from another header too, where Clang does not, is not copied: there it would be the original.
// flags: -std=c++17 -I .
// compilers: g++
#include "other.h"
#include "once.h"

#include <cstdio>

void Run();
void Run() { std::printf("%d\n", Once()); }
