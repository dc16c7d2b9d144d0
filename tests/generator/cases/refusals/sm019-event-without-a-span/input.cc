// An event in a function without a span.
#include <spansmith/annotations.h>

void Plain(int value);
void Plain(int value) {
  SPANSMITH_EVENT("a", SPANSMITH_ATTR(x, value));
}
