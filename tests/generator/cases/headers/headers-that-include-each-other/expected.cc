/*prologue*/
#line 1 "input.cc"
// Two annotated headers that include each other, and one that includes itself.
#include "<work>/spansmith-headers/odd.<hash>.h"

#include <cstdio>

#include "<work>/spansmith-headers/self.<hash>.h"

void Run();
void Run() { std::printf("%d %d\n", Odd(3), Self2()); }
