// The same from C++20 on, where both compilers move.
// flags: -std=c++20
#include <spansmith/annotations.h>

#include <cstdio>
#include <utility>

static int copies = 0;
static int moves = 0;

struct Base {
  explicit Base(int number) : value(number) {}
  Base(const Base& other) : value(other.value) { ++copies; }
  Base(Base&& other) noexcept : value(std::exchange(other.value, 0)) { ++moves; }
  int value;
};
struct Derived : Base {
  explicit Derived(int number) : Base(number) {}
};
// Its own conversion takes the local itself, so that all compilers move.
struct Taker {
  Taker(const Derived& from) : value(from.value) { ++copies; }  // NOLINT
  Taker(Derived&& from) noexcept : value(std::exchange(from.value, 0)) { ++moves; }  // NOLINT
  int value;
};

SPANSMITH_SPAN("Local", SPANSMITH_RETURN_ATTR(value, result.value)) static Base Local(int number) {
  Derived derived(number);
  return derived;
}
SPANSMITH_SPAN("Parameter", SPANSMITH_RETURN_ATTR(value, result.value)) static Base Parameter(Derived derived) {
  return (derived);
}
SPANSMITH_SPAN("Takes", SPANSMITH_RETURN_ATTR(value, result.value)) static Taker Takes(int number) {
  Derived derived(number);
  return derived;
}
SPANSMITH_SPAN("Constant", SPANSMITH_RETURN_ATTR(value, result.value)) static Base Constant(int number) {
  const Derived derived(number);
  return derived;
}

void Run();
void Run() {
  const auto count = [](const char* what, int value) {
    std::printf("%s: %d, %d copies\n", what, value, copies);
    copies = moves = 0;
  };
  count("local", Local(1).value);
  count("parameter", Parameter(Derived(2)).value);
  count("takes", Takes(3).value);
  count("constant", Constant(4).value);
}
