// Annotated itself, and included by a source that CMake makes.
#include "inner.h"

SPANSMITH_SPAN("UseInner") int UseInner();
int UseInner() { return Inner(2); }
