// A return attribute where nothing is returned.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Nothing",
               SPANSMITH_RETURN_ATTR(size, result))  // HERE
void Nothing() {}
