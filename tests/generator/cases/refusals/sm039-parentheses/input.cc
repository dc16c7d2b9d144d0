// Options that take nothing, with parentheses.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Ok", SPANSMITH_OK_ON_SUCCESS()) int Ok();
int Ok() { return 1; }
SPANSMITH_SPAN("Root", SPANSMITH_KIND(client), SPANSMITH_ROOT (true)) int Root();
int Root() { return 1; }
