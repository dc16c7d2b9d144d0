// A span annotation with nothing behind it.
#include <spansmith/annotations.h>

struct Thing {
  int value;
  SPANSMITH_SPAN("x")
};
