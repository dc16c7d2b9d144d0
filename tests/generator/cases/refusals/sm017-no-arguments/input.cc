// SPANSMITH_ARGS and SPANSMITH_EXIT_ATTR that name nothing.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("A", SPANSMITH_ARGS()) void A(int a);
void A(int a) { static_cast<void>(a); }
SPANSMITH_SPAN("B", SPANSMITH_EXIT_ATTR(key)) void B();
void B() {}
SPANSMITH_SPAN("C", SPANSMITH_ERROR_WHEN()) int C();
int C() { return 1; }
