// In C++23 a constexpr function has a span where it is called while the program runs. What the compiler evaluates is as
// before, also a value that need not be constant and still is one: a list in braces narrows only what is known.
// flags: -std=c++23
#include <spansmith/annotations.h>

#include <array>
#include <cstdio>
#include <stdexcept>
#include <utility>

namespace {

constexpr int Square(int x) { return x * x; }
static_assert(Square(3) == 9);
static_assert(noexcept(Square(3)) == false);

template <typename T>
constexpr T Cube(T x) {
  return x * x * x;
}
static_assert(Cube(2L) == 8);

constexpr long Factorial(int n) {
  long product = 1;
  for (int i = 2; i <= n; ++i) product *= i;
  return product;
}
using Sized = std::array<char, static_cast<std::size_t>(Factorial(4))>;

class Literal {
 public:
  constexpr explicit Literal(int value)
      : value_(value) {
    if (value < 0) throw std::invalid_argument("negative");
  }
  constexpr Literal(const Literal& other) : value_(other.value_) {}
  constexpr ~Literal() { value_ = Square(value_); }
  constexpr Literal& operator=(const Literal&) = default;
  constexpr int Get() const { return value_; }
  constexpr virtual int Virtual() const { return value_ + 1; }
  constexpr auto operator<=>(const Literal& other) const { return value_ <=> other.value_; }
  constexpr bool operator==(const Literal& other) const { return value_ == other.value_; }
  friend constexpr Literal operator+(const Literal& a, const Literal& b) { return Literal(a.value_ + b.value_); }

 private:
  int value_;
};
static_assert(Literal(2).Get() == 2 && (Literal(1) + Literal(2)).Virtual() == 4 && Literal(1) < Literal(2));

template <int N>
  requires(Square(N) < 100)
constexpr int Small() {
  return N;
}

constexpr int Tried(int x) try {
  if (x == 2) throw x;
  return x;
} catch (int caught) {
  return -caught;
}
static_assert(Tried(1) == 1);

constexpr const char* Describe(int x) {
  SPANSMITH_NOTE(x, x);
  switch (x) {
    case 0:
      return "none";
    case Square(1):
      return "one";
    default:
      return "many";
  }
}
static_assert(*Describe(0) == 'n');

int Both(int x) {
  if consteval {
    return 0;
  } else {
    return Square(x) + static_cast<int>(Cube(static_cast<long>(x)));
  }
}

constexpr int Known(int x) {
  if consteval {
    return 1;
  }
  return x;
}
static_assert(Known(7) == 1);

SPANSMITH_SPAN("Annotated", SPANSMITH_ATTR(x, x))
constexpr int Annotated(int x) { return x + 1; }
static_assert(Annotated(1) == 2);

constexpr auto kTwice = [](int x) constexpr { return 2 * x; };
static_assert(kTwice(2) == 4);
constexpr int kLength = [] { return Square(2); }();

constinit int at_start = Square(5);

// What is known need not be told by the type.
int Narrow() {
  const unsigned char narrowed{Square(3)};
  const unsigned char list[] = {Square(4), Cube(2)};
  return narrowed + list[0] + list[1] + kLength + Small<3>() * 0;
}

}  // namespace

void Run();
void Run() {
  volatile int two = 2;
  const Literal made(two);
  std::printf("%d %d %ld %zu\n", Both(two), Narrow(), Factorial(two), sizeof(Sized));
  std::printf("%d %d %s\n", (made + Literal(two)).Get(), made.Virtual(), Describe(two));
  std::printf("%d %d %d %d\n", Tried(two), Known(two), Annotated(two), kTwice(two));
  std::printf("%d %d %d\n", at_start, made < Literal(two + 1), made == Literal(two));
  try {
    const Literal negative(-two);
  } catch (const std::invalid_argument& error) {
    std::printf("%s\n", error.what());
  }
}
