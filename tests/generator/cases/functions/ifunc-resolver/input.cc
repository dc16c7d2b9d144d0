// A resolver of an ifunc runs while the program is relocated, before anything of the runtime can: left out.
#include <cstdio>

extern "C" {
static int Fast(int x) { return x + 1; }
typedef int Function(int);
Function* ResolveCount(void);
Function* ResolveCount(void) { return Fast; }
int Count(int x) __attribute__((ifunc("ResolveCount")));
}

namespace n {
using Other = int();
int Seven();
int Seven() { return 7; }
Other* Resolve();
Other* Resolve() { return Seven; }
}  // namespace n
int Chosen() __attribute__((__ifunc__("_ZN1n7ResolveEv")));

void Run();
void Run() { std::printf("%d %d\n", Count(1), Chosen()); }
