/*prologue*/
#line 1 "input.cc"
// An annotation that the real compiler sees and Clang does not.
#include <spansmith/annotations.h>
// compilers: g++

#if !__has_builtin(__builtin_apply)
#define ONLY_GXX
#else
#define ONLY_GXX SPANSMITH_SPAN("Half")
#endif
ONLY_GXX int Half(int value);
int Half(int value) { return value / 2; }

SPANSMITH_SPAN("Whole") int Whole(int value);
int Whole(int value) { /*guard 1*/
#line 14 "input.cc"
                       return value; }
