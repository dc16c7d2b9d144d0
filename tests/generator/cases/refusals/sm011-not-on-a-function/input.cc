// A span annotation on a variable, and on nothing.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Variable") static int variable = 1;
SPANSMITH_BUILD("Nothing");
int Use();
int Use() { return variable; }
