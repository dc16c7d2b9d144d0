// A header whose one #include names another file each time: no copy of it can name both.
#include <cstdio>

#define PART "one.h"
#include "list.h"
#undef PART
#define PART "two.h"
#include "list.h"

void Run();
void Run() { std::printf("%d\n", One() + Two()); }
