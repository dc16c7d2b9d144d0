// A function that is to be traced and never to be.
#include <spansmith/annotations.h>

SPANSMITH_IGNORE SPANSMITH_SPAN("Both") int Both();
int Both() { return 1; }

struct Task {
  template <typename F>
  explicit Task(F) {}
};
SPANSMITH_IGNORE void Carries(SPANSMITH_CARRY Task task);
void Carries(Task) {}
