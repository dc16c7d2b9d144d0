// A scope where no tracer can be named.
#include <spansmith/annotations.h>

SPANSMITH_SCOPE("nowhere") static int variable = 1;
int Use();
int Use() { return variable; }
