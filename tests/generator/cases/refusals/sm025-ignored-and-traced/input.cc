// A function that is to be traced and never to be.
#include <spansmith/annotations.h>

SPANSMITH_IGNORE SPANSMITH_SPAN("Both") int Both();
int Both() { return 1; }
