// In C++23 a constexpr function may have a span, but none that looks at what it returns.
// flags: -std=c++23
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Half", SPANSMITH_RETURN_ATTR(half, result))
constexpr int Half(int value) { return value / 2; }

SPANSMITH_SPAN("Third")
constexpr int Third(int value) { return value / 3; }

static_assert(Half(4) + Third(3) == 3);

void Run();
void Run() {
  int value = 6;
  static_cast<void>(Half(value));
  static_cast<void>(Third(value));
}
