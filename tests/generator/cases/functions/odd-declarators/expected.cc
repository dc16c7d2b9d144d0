/*prologue*/
#line 1 "input.cc"
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
  int Sum(int z) const { /*guard 1*/
#line 14 "input.cc"
                         return x + y + z; }
  int (Point::*Member())(int) const { /*guard 2*/
#line 15 "input.cc"
                                      return &Point::Sum; }
  int Point::*Field() { /*guard 3*/
#line 16 "input.cc"
                        return &Point::y; }
  auto operator<=>(const Point&) const = default;
  int operator[](std::size_t i) const { /*guard 4*/
#line 18 "input.cc"
                                        return i == 0 ? x : y; }
  Point& operator++() { /*guard 5*/
#line 19 "input.cc"
                        return ++x, *this; }
  Point operator++(int) { /*guard 6*/
#line 20 "input.cc"
                          Point old = *this; ++*this; return old; }
  const Point* operator->() const { /*guard 7*/
#line 21 "input.cc"
                                    return this; }
  Point& operator*() & { /*guard 8*/
#line 22 "input.cc"
                         return *this; }
  bool operator!() const { /*guard 9*/
#line 23 "input.cc"
                           return x == 0; }
  int operator,(int z) const { /*guard 10*/
#line 24 "input.cc"
                               return z; }
  explicit operator std::string() const { /*guard 11*/
#line 25 "input.cc"
                                          return std::to_string(x); }
  template <typename T> operator std::pair<T, T>() const { /*guard 12*/
#line 26 "input.cc"
                                                           return {static_cast<T>(x), static_cast<T>(y)}; }
  using Pointer = int (*)(int);
  operator Pointer() const { /*guard 13*/
#line 28 "input.cc"
                             return [](int n) { /*guard 14*/
#line 28 "input.cc"
                                                return n + 5; }; }
  static void* operator new(std::size_t size) { return ::operator new(size); }
  static void operator delete(void* p) { ::operator delete(p); }
  void swap(Point& other) noexcept(noexcept(std::swap(x, other.x))) { /*guard 15*/
#line 31 "input.cc"
                                                                      std::swap(*this, other); }
};

int operator""_twice(unsigned long long n) { /*guard 16*/
#line 34 "input.cc"
                                             return static_cast<int>(n) * 2; }
template <char... C> int operator""_count() { /*guard 17*/
#line 35 "input.cc"
                                              return sizeof...(C); }

int (parenthesised)(int n) { /*guard 18*/
#line 37 "input.cc"
                             return n; }
typedef int Function(int);
Function through_typedef;
int through_typedef(int n) { /*guard 19*/
#line 40 "input.cc"
                             return n - 1; }
int (*chooser(bool b))(int) { /*guard 20*/
#line 41 "input.cc"
                              return b ? parenthesised : through_typedef; }
int (*(*twice(void))(bool))(int) { /*guard 21*/
#line 42 "input.cc"
                                   return chooser; }
int (&array(int (&in)[2]))[2] { /*guard 22*/
#line 43 "input.cc"
                                return in; }
auto trailing(bool b) -> int (*)(int) { /*guard 23*/
#line 44 "input.cc"
                                        return chooser(b); }
int const static* qualified_in_the_middle(const int* n) { /*guard 24*/
#line 45 "input.cc"
                                                          return n; }
[[nodiscard]] [[maybe_unused]] static inline auto attributed [[gnu::noinline]] (int n [[maybe_unused]]) -> int { /*guard 25*/
#line 46 "input.cc"
                                                                                                                 return 3; }
__attribute__((noinline)) static int gnu_attributed(int n) { /*guard 26*/
#line 47 "input.cc"
                                                             return n; }
static int variadic(int n, ...) { /*guard 27*/
#line 48 "input.cc"
                                  return n; }
static int unnamed(int, char = 'c', const char* = "x") { /*guard 28*/
#line 49 "input.cc"
                                                         return 6; }
template <typename T, template <typename> typename, T... N>
static auto parameters() -> T { /*guard 29*/
#line 51 "input.cc"
                                return (T() + ... + N); }
template <typename> struct Alias {};
static auto lambda_default(int n = [] { return 4; }()) { /*guard 30*/
#line 53 "input.cc"
                                                         return n; }
decltype(auto) returns_decltype(int&& n) { /*guard 31*/
#line 54 "input.cc"
                                           return std::move(n); }
auto abbreviated(auto... n) { /*guard 32*/
#line 55 "input.cc"
                              return sizeof...(n); }
struct {
  int Unnamed() const { /*guard 33*/
#line 57 "input.cc"
                        return 11; }
} const object;
union Either {
  int i;
  float f;
  Either(int n) : i(n) { /*guard 34*/
#line 62 "input.cc"
                        }
  int Get() const { /*guard 35*/
#line 63 "input.cc"
                    return i; }
};
enum class Kind { kA, kB };
using enum Kind;
static Kind operator~(Kind k) { /*guard 36*/
#line 67 "input.cc"
                                return k == kA ? kB : kA; }

}  // namespace odd

int (::odd::Point::*global_member())(int) const;
int (::odd::Point::*global_member())(int) const { /*guard 37*/
#line 72 "input.cc"
                                                  return &odd::Point::Sum; }

void Run();
void Run() { /*guard 38*/
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
