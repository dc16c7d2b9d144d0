// A span annotation behind the parameter list.
#include <spansmith/annotations.h>

int One() SPANSMITH_SPAN("x");
int One() { return 1; }
