// Words in SPANSMITH_ANSWERS that are no kind of error, and `none` beside others.
#include <spansmith/annotations.h>

struct Status {
  bool ok() const { return true; }
  int code() const { return 0; }
};

SPANSMITH_SPAN("A", SPANSMITH_ANSWERS(missing)) Status A();
Status A() { return {}; }
SPANSMITH_SPAN("B", SPANSMITH_ANSWERS(not_found, none)) Status B();
Status B() { return {}; }
SPANSMITH_SPAN("C", SPANSMITH_ANSWERS(not_found, )) Status C();
Status C() { return {}; }
