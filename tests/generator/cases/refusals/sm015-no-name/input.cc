// Names that are missing, empty or not string literals.
#include <spansmith/annotations.h>

SPANSMITH_SPAN() int None();
int None() { return 1; }
SPANSMITH_BUILD(Thing) int Word();
int Word() { return 1; }
SPANSMITH_SCOPE(scope) SPANSMITH_SPAN("Scoped") int Scoped();
int Scoped() { SPANSMITH_ERROR_TEXT(3); return 1; }
SPANSMITH_SPAN(SPANSMITH_ATTR(a, 1)) int Option();
int Option() { return 1; }
