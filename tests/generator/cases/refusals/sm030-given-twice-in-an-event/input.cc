// A key twice in one event, a name twice in one span.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Outer") void Outer(int value);
void Outer(int value) {
  SPANSMITH_EVENT("a", SPANSMITH_ATTR(x, value), SPANSMITH_ATTR(x, 1));
}
SPANSMITH_SPAN("Name", SPANSMITH_NAME(text), SPANSMITH_NAME(text)) void Name(const char* text);
void Name(const char*) {}
SPANSMITH_SPAN("Root", SPANSMITH_ROOT, SPANSMITH_ROOT) void Root();
void Root() {}
