// What Clang cannot parse is compiled as it stands, with one warning that says why.
#include <spansmith/annotations.h>
// compilers: g++
#if !__has_builtin(__builtin_apply)
#error "not for Clang"
#endif

SPANSMITH_SPAN("Lost") int Lost(int value);
int Lost(int value) { return value; }
