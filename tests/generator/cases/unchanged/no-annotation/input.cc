// A file without an annotation is compiled as it stands: no copy is written.
#include <spansmith/annotations.h>

#include <cstdio>

static int Add(int a, int b) { return a + b; }

void Run();
void Run() { std::printf("%d\n", Add(1, 2)); }
