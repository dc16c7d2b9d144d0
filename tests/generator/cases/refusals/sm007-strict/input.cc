// Under STRICT code older than C++17 with something to instrument is an error.
// flags: --strict -std=c++14
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Twice") int Twice(int x);
int Twice(int x) { return x * 2; }
