// A span that continues a trace and begins one.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Both", SPANSMITH_PARENT(text), SPANSMITH_ROOT) void Both(const char* text);
void Both(const char*) {}
SPANSMITH_SPAN("Turned", SPANSMITH_ROOT, SPANSMITH_PARENT(text)) void Turned(const char* text);
void Turned(const char*) {}
