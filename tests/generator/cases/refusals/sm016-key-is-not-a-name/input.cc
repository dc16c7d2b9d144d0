// Keys in quotes, with blanks, with empty words.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Keys", SPANSMITH_ATTR("k8s.name", 1), SPANSMITH_ATTR(two words, 1), SPANSMITH_ATTR(.dot, 1)) int Keys();
int Keys() {
  SPANSMITH_NOTE(a..b, 2);
  return 1;
}
