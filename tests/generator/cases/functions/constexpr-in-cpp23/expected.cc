/*prologue*/
#line 1 "input.cc"
// In C++23 too a constexpr function is evaluated at compile time as before: left out, without a word from a rule.
// flags: -std=c++23
#include <cstdio>

constexpr int Square(int x) { return x * x; }
static_assert(Square(3) == 9);
template <typename T>
constexpr T Cube(T x) {
  return x * x * x;
}
static_assert(Cube(2L) == 8);
static int Both(int x) { /*guard 1*/
  if consteval {
    return 0;
  } else {
    return Square(x) + static_cast<int>(Cube(static_cast<long>(x)));
  }
}

void Run();
void Run() { std::printf("%d\n", Both(2)); }
