// Odd declarators under a rule for everything: functions that return pointers to functions, members and arrays, names in
// parentheses, declarations through typedefs, attributes where few people write them, operators of every kind.
// flags: -std=c++20
#include <cstddef>
#include <cstdio>
#include <compare>
#include <string>
#include <utility>

namespace odd {

struct Point {
  int x = 1, y = 2;
  int Sum(int z) const { return x + y + z; }
  int (Point::*Member())(int) const { return &Point::Sum; }
  int Point::*Field() { return &Point::y; }
  auto operator<=>(const Point&) const = default;
  int operator[](std::size_t i) const { return i == 0 ? x : y; }
  Point& operator++() { return ++x, *this; }
  Point operator++(int) { Point old = *this; ++*this; return old; }
  const Point* operator->() const { return this; }
  Point& operator*() & { return *this; }
  bool operator!() const { return x == 0; }
  int operator,(int z) const { return z; }
  explicit operator std::string() const { return std::to_string(x); }
  template <typename T> operator std::pair<T, T>() const { return {static_cast<T>(x), static_cast<T>(y)}; }
  using Pointer = int (*)(int);
  operator Pointer() const { return [](int n) { return n + 5; }; }
  static void* operator new(std::size_t size) { return ::operator new(size); }
  static void operator delete(void* p) { ::operator delete(p); }
  void swap(Point& other) noexcept(noexcept(std::swap(x, other.x))) { std::swap(*this, other); }
};

int operator""_twice(unsigned long long n) { return static_cast<int>(n) * 2; }
template <char... C> int operator""_count() { return sizeof...(C); }

int (parenthesised)(int n) { return n; }
typedef int Function(int);
Function through_typedef;
int through_typedef(int n) { return n - 1; }
int (*chooser(bool b))(int) { return b ? parenthesised : through_typedef; }
int (*(*twice(void))(bool))(int) { return chooser; }
int (&array(int (&in)[2]))[2] { return in; }
auto trailing(bool b) -> int (*)(int) { return chooser(b); }
int const static* qualified_in_the_middle(const int* n) { return n; }
[[nodiscard]] [[maybe_unused]] static inline auto attributed [[gnu::noinline]] (int n [[maybe_unused]]) -> int { return 3; }
__attribute__((noinline)) static int gnu_attributed(int n) { return n; }
static int variadic(int n, ...) { return n; }
static int unnamed(int, char = 'c', const char* = "x") { return 6; }
template <typename T, template <typename> typename, T... N>
static auto parameters() -> T { return (T() + ... + N); }
template <typename> struct Alias {};
static auto lambda_default(int n = [] { return 4; }()) { return n; }
decltype(auto) returns_decltype(int&& n) { return std::move(n); }
auto abbreviated(auto... n) { return sizeof...(n); }
struct {
  int Unnamed() const { return 11; }
} const object;
union Either {
  int i;
  float f;
  Either(int n) : i(n) {}
  int Get() const { return i; }
};
enum class Kind { kA, kB };
using enum Kind;
static Kind operator~(Kind k) { return k == kA ? kB : kA; }

}  // namespace odd

int (::odd::Point::*global_member())(int) const;
int (::odd::Point::*global_member())(int) const { return &odd::Point::Sum; }

void Run();
void Run() {
  using namespace odd;
  Point p;
  int values[2] = {7, 8};
  int n = 9;
  // In a braced list the calls are made from left to right.
  const std::pair<long, long> pair = p;
  const std::string text(p);
  const int first[] = {(p.*p.Member())(1), p.*p.Field(), p[1], (++p).x, p++.x, p->Sum(0), (*p).x, !p ? 1 : 0, (p, 4)};
  for (const int value : first) std::printf("%d ", value);
  const int second[] = {p(1), 4_twice, 123_count, parenthesised(1), chooser(false)(1), twice()(true)(2), array(values)[1]};
  for (const int value : second) std::printf("%d ", value);
  const int third[] = {trailing(true)(3), *qualified_in_the_middle(values), attributed(1), gnu_attributed(5),
                       variadic(1, 2), unnamed(1), parameters<int, Alias, 1, 2>(), lambda_default(),
                       returns_decltype(std::move(n)), static_cast<int>(abbreviated(1, 'a')), object.Unnamed(),
                       Either(3).Get(), ~kA == kB ? 1 : 0};
  for (const int value : third) std::printf("%d ", value);
  Point* made = new Point;
  made->swap(p);
  const int last[] = {p < *made ? 1 : 0, p == *made ? 1 : 0, (p.*global_member())(2)};
  for (const int value : last) std::printf("%d ", value);
  std::printf("%ld %s\n", pair.second, text.c_str());
  delete made;
}
