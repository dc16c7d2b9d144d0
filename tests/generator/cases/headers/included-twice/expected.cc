/*prologue*/
#line 1 "input.cc"
// A header without a guard, included again and again: the same function each time behind other conditions is traced; one
// that is another function each time is left out, with a warning.
#include <cstdio>

#define PART 1
#include "<work>/spansmith-headers/parts.<hash>.h"
#undef PART
#define PART 2
#include "<work>/spansmith-headers/parts.<hash>.h"
#undef PART

namespace a {
#include "<work>/spansmith-headers/functions.<hash>.h"
}
namespace b {
#include "<work>/spansmith-headers/functions.<hash>.h"
}

void Run();
void Run() { std::printf("%d %d %d %d\n", First(), Second(), a::Function(), b::Function()); }
