// Options that may come once, twice.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("x", SPANSMITH_KIND(client), SPANSMITH_KIND(server)) int One();
int One() { return 1; }
SPANSMITH_SPAN("x", SPANSMITH_ATTR(a.b, 1), SPANSMITH_ATTR(a.c, 1),
               SPANSMITH_ATTR(a.b, 2))
int Two();
int Two() { return 1; }
