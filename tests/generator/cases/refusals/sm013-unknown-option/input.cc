// Options that do not exist.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Text", "more text") int Text();
int Text() { return 1; }
SPANSMITH_SPAN("Word", client) int Word();
int Word() { return 1; }
SPANSMITH_SPAN("Typo",
               SPANSMITH_ATTRIBUTE(a, b))
int Typo();
int Typo() { return 1; }
SPANSMITH_SPAN("Comma", ) int Comma();
int Comma() { return 1; }
