// One traced function.
#include <spansmith/annotations.h>

#include "size.h"

SPANSMITH_SPAN("Measure", SPANSMITH_ATTR(size, size), SPANSMITH_RETURN_ATTR(twice, result))
int Measure(int size) { return DoubleOf(size); }
