// A macro hides `result` from a condition.
#include <spansmith/annotations.h>

#define FAILED (result < 0)
SPANSMITH_SPAN("Make", SPANSMITH_ERROR_WHEN(FAILED)) int Make();
int Make() { return 1; }
