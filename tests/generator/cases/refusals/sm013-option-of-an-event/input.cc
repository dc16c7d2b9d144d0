// SPANSMITH_EVENT has attributes and nothing else; it needs a name, and a key comes once.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Outer") void Outer(int value, const char* name);
void Outer(int value, const char* name) {
  SPANSMITH_EVENT("a", SPANSMITH_KIND(client));
  SPANSMITH_EVENT("a", SPANSMITH_RETURN_ATTR(x, 1));
  SPANSMITH_EVENT("a", value);
  SPANSMITH_EVENT(name);
  SPANSMITH_EVENT();
  SPANSMITH_EVENT("a", SPANSMITH_ATTR(not a key, value));
}
