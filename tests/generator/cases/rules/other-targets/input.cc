// Into a function for another processor, or without some instructions, no guard can be inlined: it is left out. One with more
// instructions has its span.
// report: compared
#include <cstdio>

#if defined(__x86_64__)
#define TARGET(text) __attribute__((target(text)))
#else
#define TARGET(text)
#endif

TARGET("arch=haswell") static int Haswell(int value) { return value * 2; }
TARGET("general-regs-only") static int General(int value) { return value + 1; }
TARGET("no-mmx") static int Without(int value) { return value + 2; }
TARGET("avx2") static int More(int value) { return value + 3; }

void Run();
void Run() { std::printf("%d\n", Haswell(1) + General(1) + Without(1) + More(1)); }
