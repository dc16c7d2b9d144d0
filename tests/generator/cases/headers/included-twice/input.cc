// A header without a guard, included again and again: the same function each time behind other conditions is traced; one
// that is another function each time is left out, with a warning.
#include <cstdio>

#define PART 1
#include "parts.h"
#undef PART
#define PART 2
#include "parts.h"
#undef PART

namespace a {
#include "functions.h"
}
namespace b {
#include "functions.h"
}

void Run();
void Run() { std::printf("%d %d %d %d\n", First(), Second(), a::Function(), b::Function()); }
