// Under STRICT code older than C++11 with something to instrument is an error.
// flags: --strict -std=c++98
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Twice") int Twice(int x);
int Twice(int x) { return x * 2; }
