// Bodies whose end no path leads to, though their last statement does not say so: g++ knows it of the plain ones, at -O0 too,
// and is told of those with a span. An enumeration's switch without a default is left as it is: other values may come.
// flags: -std=c++17 -O0
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

struct Fatal {
  [[noreturn]] ~Fatal() { std::abort(); }
  Fatal& operator<<(const char* text) {
    std::puts(text);
    return *this;
  }
};
#define CHECK(condition) \
  if (condition) {       \
  } else                 \
    Fatal() << #condition

int Checked(int x) {
  if (x > 0) return x;
  CHECK(false);
}
int Always(int x) {
  if (true) return x;
}
int Once(int x) {
  do {
    return x;
  } while (x > 0);
}
int Asserted(int x) {
  switch (x) {
    case 1:
      return 5;
  }
  assert(false);
  std::abort();
}
std::string OnOneLine(int x) { if (sizeof(x) == sizeof(int)) return "int"; }
const auto kLambda = [](int x) { if (true) { return x; } };

enum class Colour { kRed, kGreen };
int Covered(Colour colour) {
  switch (colour) {
    case Colour::kRed:
      return 1;
    case Colour::kGreen:
      return 2;
  }
  std::abort();
}

}  // namespace

void Run();
void Run() {
  std::printf("%d\n", Checked(1));
  std::printf("%d\n", Always(2));
  std::printf("%d\n", Once(3));
  std::printf("%d\n", Asserted(1));
  std::printf("%s\n", OnOneLine(4).c_str());
  std::printf("%d\n", kLambda(5));
  std::printf("%d\n", Covered(Colour::kGreen));
}
