// What compilers say of other files than the source alone is not said of the copy: classes that hold what an anonymous
// namespace has.
#include <spansmith/annotations.h>

#include <cstdio>

namespace {
struct Inner {
  int value = 1;
};
template <typename T>
struct Of {
  T value;
};
}  // namespace

struct Outer {
  Inner inner;
};
struct Derived : Of<Inner> {};

SPANSMITH_SPAN("Sum") static int Sum(const Outer& a, const Derived& b) { return a.inner.value + b.value.value; }

void Run();
void Run() { std::printf("%d\n", Sum({}, {})); }
