// An attribute whose expression names something that does not exist.
#include <spansmith/annotations.h>

int before = 0;

SPANSMITH_SPAN("Wrong", SPANSMITH_ATTR(before, before),
               SPANSMITH_ATTR(size, no_such_name + 1))  // HERE
int Wrong(int size) {
  return size;
}
