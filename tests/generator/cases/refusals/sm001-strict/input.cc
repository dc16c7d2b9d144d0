// STRICT makes it an error, and leaves no object.
#include <spansmith/annotations.h>
// compilers: g++
// flags: -std=c++17 --strict
#if !__has_builtin(__builtin_apply)
#error "not for Clang"
#endif

SPANSMITH_SPAN("Lost") int Lost(int value);
int Lost(int value) { return value; }
