// A span annotation as a statement, far from the error that it makes.
#include <spansmith/annotations.h>

int One();
int One() {
  SPANSMITH_SPAN("x");
  return 1;
}
