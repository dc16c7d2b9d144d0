/*prologue*/
#line 1 "input.cc"
// A directive that names another file each time, by a macro: the name is another in the macro's definition. So a header
// may include itself step by step, by way of one that includes whatever it is told.
// flags: -std=c++17 -I.
#include <cstdio>

#define PART "<work>/spansmith-headers/one.<hash>.h"
#include "<case>/./list.h"
#undef PART
#define PART "<work>/spansmith-headers/two.<hash>.h"
#include "<case>/./list.h"
#undef PART
#include "<work>/spansmith-headers/steps.<hash>.h"

void Run();
void Run() { std::printf("%d %d\n", One() + Two(), Steps()); }
