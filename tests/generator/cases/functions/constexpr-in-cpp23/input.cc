// In C++23 too a constexpr function is evaluated at compile time as before: left out, without a word from a rule. A guard
// that does nothing at compile time would not do: a value that need not be constant may still be one, as in a braced
// initialiser, where only a constant may be narrowed.
// flags: -std=c++23
#include <cstdio>

constexpr int Square(int x) { return x * x; }
static_assert(Square(3) == 9);
template <typename T>
constexpr T Cube(T x) {
  return x * x * x;
}
static_assert(Cube(2L) == 8);
static int Both(int x) {
  if consteval {
    return 0;
  } else {
    return Square(x) + static_cast<int>(Cube(static_cast<long>(x)));
  }
}

void Run();
void Run() {
  const unsigned char narrowed{Square(3)};
  const unsigned char list[] = {Square(4), Cube(2)};
  std::printf("%d %d %d\n", Both(2), narrowed, list[0] + list[1]);
}
