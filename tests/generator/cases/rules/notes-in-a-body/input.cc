// A note in the body of a function that a rule selects is the span's.
#include <spansmith/annotations.h>

static int Measure(int size) {
  const int twice = 2 * size;
  SPANSMITH_NOTE(twice, twice);
  return twice;
}

void Run();
void Run() { Measure(4); }
