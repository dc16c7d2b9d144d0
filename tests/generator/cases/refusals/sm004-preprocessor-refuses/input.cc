// What the preprocessor alone refuses and the compiler takes (here a condition on the generator) is compiled, and said.
#include <spansmith/annotations.h>
// compilers: g++
#ifdef __SPANSMITH_GENERATOR__
#error "not for the generator"
#endif

SPANSMITH_SPAN("Lost") int Lost(int value);
int Lost(int value) { return value; }
