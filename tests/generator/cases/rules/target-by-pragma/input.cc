// Behind `#pragma GCC target` for another processor g++ inlines no guard: functions are left out there, to `pop_options`.
// report: compared
// compilers: g++
#include <cstdio>

#if defined(__x86_64__)
#define FOR_OTHERS _Pragma("GCC push_options") _Pragma("GCC target(\"arch=haswell\")")
#define AS_BEFORE _Pragma("GCC pop_options")
#define PRAGMA(text) _Pragma(text)
#else
#define FOR_OTHERS
#define AS_BEFORE
#define PRAGMA(text)
#endif

PRAGMA("GCC push_options")
PRAGMA("GCC target(\"avx2\")")
static int MoreInstructions(int value) { return value + 4; }
PRAGMA("GCC target(\"arch=haswell\")")
static int Haswell(int value) { return value + 5; }
PRAGMA("GCC pop_options")
static int Between(int value) { return value + 6; }

FOR_OTHERS
static int ByMacro(int value) { return value + 7; }
AS_BEFORE

#if defined(__x86_64__)
#pragma GCC target("no-mmx")
static int Without(int value) { return value + 8; }
#pragma GCC reset_options
#else
static int Without(int value) { return value + 8; }
#endif

void Run();
void Run() { std::printf("%d\n", MoreInstructions(1) + Haswell(1) + Between(1) + ByMacro(1) + Without(1)); }
