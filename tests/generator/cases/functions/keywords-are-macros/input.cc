// Where a keyword is a macro, what a span's text says would be another text: those functions are left out.
// annotations: off
// report: compared
#include <cstdio>

// A test that wants to see everything.
#define static
void Seen();
void Seen() { std::printf("seen\n"); }
#undef static

namespace {
int Half(int x) { return x / 2; }
}  // namespace

// Some profiler's.
#define if(condition) if (((void)0, (condition)))
namespace {
int Sign(int x) {
  if (x < 0) return -1;
  return 1;
}
}  // namespace
#undef if

#define struct class
namespace {
int Twice(int x) { return 2 * x; }
}  // namespace
#undef struct

void Run();
void Run() {
  Seen();
  std::printf("%d %d %d\n", Half(4), Sign(-3), Twice(2));
}
