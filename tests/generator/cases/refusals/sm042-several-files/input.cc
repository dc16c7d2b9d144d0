// A directive that names several files by macros which the program uses for something else too: no copy can name them.
#include <cstdio>

#define PART "one.h"
#include "list.h"
static const char* const kFirst = PART;
#undef PART
#define PART "two.h"
#include "list.h"
static const char* const kSecond = PART;

void Run();
void Run() { std::printf("%d %s %s\n", One() + Two(), kFirst, kSecond); }
