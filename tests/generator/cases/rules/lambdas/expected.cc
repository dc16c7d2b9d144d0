/*prologue*/
#line 1 "input.cc"
// Lambdas under a rule for everything: each has a span, but for those that are evaluated at compile time.
// flags: -std=c++20
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace {

const auto at_namespace = [](int x) { /*guard 1*/
#line 13 "input.cc"
                                      return x + 1; };
constexpr auto constant = [](int x) { return x + 1; };
const auto in_a_static_assert = [](int x) { return x * 2; };
static_assert(in_a_static_assert(2) == 4);
int initialised = [] { return 4; }();
constinit int at_once = [] { return 5; }();
const std::vector<int>& Filled() { /*guard 2*/
  static const std::vector<int> filled = [] { /*guard 3*/
    std::vector<int> values;
    values.push_back(3);
    return values;
  }();
  return filled;
}
enum Size { kSize = [] { return 3; }() };

struct Literal {
  int value = [] { return 7; }();
};
constexpr Literal literal;

struct Members {
  int value = 8;
  std::function<int()> get = [this] { /*guard 4*/
#line 36 "input.cc"
                                      return value; };
};

constexpr int Constexpr(int n) {
  const auto inner = [n] { return n; };
  return inner();
}
static_assert(Constexpr(3) == 3);

template <typename T>
T Template(T t) { /*guard 5*/
  auto change = [&](auto... more) mutable { /*guard 6*/
    t = t + static_cast<T>((0 + ... + more));
    { if (sm_guard_6.sm_Recording()) { const auto& sm_r_6 = t; static_cast<void>(sm_r_6); ::spansmith::injected::sm_LookAt(sm_guard_6, sm_r_6); } 
#line 49 "input.cc"
    return t; }
  };
  constexpr int two = [](int n) { return n * 2; }(1);
  return change(1, two);
}

template <typename... T>
int Pack(T... values) { /*guard 7*/
  return [values...] { /*guard 8*/
#line 57 "input.cc"
                       return (0 + ... + values); }();
}

int Default(int x = [] { return 8; }()) { /*guard 9*/
#line 60 "input.cc"
                                          return x; }

std::string Nested() { /*guard 10*/
  const int fixed = [] { return 3; }();
  std::array<int, static_cast<std::size_t>(fixed)> numbers = {3, 1, 2};
  std::sort(numbers.begin(), numbers.end(), [](int left, int right) { /*guard 11*/
#line 65 "input.cc"
                                                                      return left < right; });
  const auto outer = [](int n) { /*guard 12*/
    const auto inner = [n](int m) { /*guard 13*/
#line 67 "input.cc"
                                    return n * m; };
    return inner(2) + [] { /*guard 14*/
#line 68 "input.cc"
                           return 1; }();
  };
  int (*pointer)(int) = [](int n) { /*guard 15*/
#line 70 "input.cc"
                                    return -n; };
  const auto late = [](const char* text) -> std::string { /*guard 16*/
#line 71 "input.cc"
                                                          return text; };
  const int listed[] = {outer(1), [](int x) { /*guard 17*/
#line 72 "input.cc"
                                              return x; }(5), pointer(6)};
  return late("n") + std::to_string(numbers[0]) + std::to_string(listed[0]) + std::to_string(listed[1]);
}

}  // namespace

void Run();
void Run() { /*guard 18*/
  const int first[] = {at_namespace(1), constant(1), in_a_static_assert(1), initialised, at_once, Filled()[0], kSize};
  const int second[] = {literal.value, Members().get(), Template(2), Pack(1, 2, 3), Default(), Constexpr(4)};
  for (const int value : first) std::printf("%d ", value);
  for (const int value : second) std::printf("%d ", value);
  std::printf("%s\n", Nested().c_str());
}
