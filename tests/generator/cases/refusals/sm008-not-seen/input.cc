// What the compiler compiles and Clang cannot see is said, and in the report; what Clang alone sees is counted nowhere.
// compilers: g++
// report: compared
#include "apply.h"

#include <cstdio>

#if __has_builtin(__builtin_apply)

static int Half(int value) { return value / 2; }
#if 1
static int Third(int value) { return value / 3; }
#endif
#else
static int Half(int value) { return value >> 1; }
static int Third(int value) { return value; }
#endif

#if !__has_builtin(__builtin_apply)
[[maybe_unused]] static int Both(long value) { return static_cast<int>(value); }
#endif
static int Both(int value) { return Half(value) + Third(value); }

void Run();
void Run() { std::printf("%d %d\n", Both(8), Applied()); }
