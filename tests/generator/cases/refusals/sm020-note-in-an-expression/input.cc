// A note that is not a statement of its own.
#include <spansmith/annotations.h>

#define NOTED(x) SPANSMITH_NOTE(x, x); use(x)
void use(int);

SPANSMITH_SPAN("Outer") void Outer(int value);
void Outer(int value) {
  NOTED(value);
}
SPANSMITH_SPAN("Slots") void Slots(int value);
void Slots(int value) {
  for (SPANSMITH_NOTE(k, 1); value < 0; ++value) {
  }
  return SPANSMITH_NOTE(k, 2);
}
