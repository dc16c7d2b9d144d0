// Two span annotations on one function, beside each other and on declaration and definition.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("One") SPANSMITH_BUILD("Two") int Beside();
int Beside() { return 1; }
SPANSMITH_SPAN("Declared") int Apart();
SPANSMITH_SPAN("Defined") int Apart() { return 1; }
