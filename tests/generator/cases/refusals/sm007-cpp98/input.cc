// Where the language has no attributes at all.
// flags: -std=c++98
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Twice") int Twice(int x);
int Twice(int x) { return x * 2; }
