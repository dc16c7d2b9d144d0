// Where Clang cannot parse what the compiler sees, it is given its own branches, which the report does not count.
// compilers: g++
// report: compared
#include <cstdio>

extern int declared;
int declared = 1;

#if defined(__GNUC__) && !defined(__clang__)
constexpr bool kUnused = __builtin_has_attribute(declared, unused);
static int Branch() { return kUnused ? 1 : 2; }
#else
static int Branch() { return 3; }
#endif

void Run();
void Run() { std::printf("%d %d\n", Branch(), declared); }
