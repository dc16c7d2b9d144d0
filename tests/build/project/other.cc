// One more, which includes nothing that changes.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Other")
int Other() { return 1; }
