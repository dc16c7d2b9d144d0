// A note that is not a statement of its own.
#include <spansmith/annotations.h>

#define NOTED(x) SPANSMITH_NOTE(x, x); use(x)
void use(int);

SPANSMITH_SPAN("Outer") void Outer(int value);
void Outer(int value) {
  NOTED(value);
}
