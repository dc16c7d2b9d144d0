// Constructors of global objects, before main, and their destructors after it, have spans: the runtime is there by then.
#include <spansmith/annotations.h>

#include <cstdio>

namespace {

struct Early {
  SPANSMITH_SPAN("Early") explicit Early(int n) : value(n) { std::puts("made before main"); }
  SPANSMITH_SPAN("~Early") ~Early() { value = 0; }
  SPANSMITH_SPAN("Get", SPANSMITH_RETURN_ATTR(r, result)) int Get() const { return value; }
  int value;
};

Early early(3);
const int sum = early.Get() + 1;

}  // namespace

void Run();
void Run() { std::printf("%d\n", early.Get() + sum); }
