// Two annotated headers that include each other, and one that includes itself.
#include "odd.h"

#include <cstdio>

#include "self.h"

void Run();
void Run() { std::printf("%d %d\n", Odd(3), Self2()); }
