/*prologue*/
#line 1 "input.cc"
// Templates that look hard at what they are given: SFINAE on deduced returns, CRTP, recursive packs, tag dispatch, fold
// expressions, deduction guides, lambdas in templates' arguments, `requires`, non-type parameters of class type.
// flags: -std=c++20
#include <array>
#include <concepts>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace {

template <typename D>
struct Crtp {
  int Call() const { /*guard 1*/
#line 20 "input.cc"
                     return static_cast<const D&>(*this).Impl() + Level(); }
  static int Level() { /*guard 2*/
#line 21 "input.cc"
                       return 1; }
};
struct Made : Crtp<Made> {
  int Impl() const { /*guard 3*/
#line 24 "input.cc"
                     return 10; }
};

template <typename T>
auto HasSize(const T& t, int) -> decltype(t.size(), std::true_type()) { /*guard 4*/
#line 28 "input.cc"
                                                                        return {}; }
template <typename T>
auto HasSize(const T&, long) -> std::false_type { /*guard 5*/
#line 30 "input.cc"
                                                  return {}; }

template <typename T, std::enable_if_t<std::is_integral_v<T>, int> = 0> const char* Kind(T) { /*guard 6*/
#line 32 "input.cc"
                                                                                              return "integral"; }
template <typename T, std::enable_if_t<!std::is_integral_v<T>, int> = 0> const char* Kind(T) { /*guard 7*/
#line 33 "input.cc"
                                                                                               return "other"; }

template <typename T> auto Deduced(T t) { /*guard 8*/
#line 35 "input.cc"
                                          if constexpr (std::is_pointer_v<T>) return *t; else { if (sm_guard_8.sm_Recording()) { const auto& sm_r_8 = t; static_cast<void>(sm_r_8); ::spansmith::injected::sm_LookAt(sm_guard_8, sm_r_8); } 
#line 35 "input.cc"
                                                                                              return t; }
#line 35 "input.cc"
                                                                                                        }
template <typename F> auto Apply(F&& f) noexcept(noexcept(std::forward<F>(f)())) -> decltype(std::forward<F>(f)()) { /*guard 9*/
#line 36 "input.cc"
                                                                                                                     return std::forward<F>(f)(); }

template <std::size_t N, typename... T> auto Nth(T&&... t) { /*guard 10*/
#line 38 "input.cc"
                                                             return std::get<N>(std::forward_as_tuple(std::forward<T>(t)...)); }
template <typename First, typename... Rest> std::string Join(const First& first, const Rest&... rest) { /*guard 11*/
  if constexpr (sizeof...(rest) == 0) return std::string(first);
  else return std::string(first) + "," + Join(rest...);
}
template <typename Tuple, std::size_t... I> int SumOf(const Tuple& t, std::index_sequence<I...>) { /*guard 12*/
#line 43 "input.cc"
                                                                                                   return (std::get<I>(t) + ... + 0); }
template <typename... T> int Sum(const std::tuple<T...>& t) { /*guard 13*/
#line 44 "input.cc"
                                                              return SumOf(t, std::index_sequence_for<T...>()); }

template <typename... F> struct Overloaded : F... { using F::operator()...; };
template <typename... F> Overloaded(F...) -> Overloaded<F...>;

template <auto V> struct Constant { static auto Get() { /*guard 14*/
#line 49 "input.cc"
                                                        return V; } };
struct Text { char c[4]; };
template <Text T> std::string FromText() { /*guard 15*/
#line 51 "input.cc"
                                           return T.c; }
template <auto F = [](int m) { return m + 1; }> int Called(int n) { /*guard 16*/
#line 52 "input.cc"
                                                                    return F(n); }

template <typename T> concept Small = sizeof(T) <= 2 && requires(T t) { { t + t } -> std::convertible_to<int>; [] { return 1; }; };
template <typename T> int Size(T) { /*guard 17*/
#line 55 "input.cc"
                                    return 2; }
template <Small T> int Size(T) { /*guard 18*/
#line 56 "input.cc"
                                 return 1; }
template <typename T> requires (!Small<T>) && std::is_class_v<T> int Size(T) { /*guard 19*/
#line 57 "input.cc"
                                                                               return 3; }

template <typename T> struct Box {
  T value;
  Box(T v) : value(std::move(v)) { /*guard 20*/
#line 61 "input.cc"
                                  }
  template <typename U> Box(const Box<U>& other) requires std::convertible_to<U, T> : value(other.value) { /*guard 21*/
#line 62 "input.cc"
                                                                                                          }
  template <typename U> auto Map(U&& f) const & { /*guard 22*/
#line 63 "input.cc"
                                                  return Box<std::decay_t<decltype(f(value))>>(f(value)); }
  friend auto operator+(const Box& a, const Box& b) { /*guard 23*/
#line 64 "input.cc"
                                                      return Box(a.value + b.value); }
  friend bool operator==(const Box&, const Box&) = default;
  struct Inner { T Get(const Box& b) { /*guard 24*/
#line 66 "input.cc"
                                       return b.value; } };
};
template <typename T> int Box_count = [] { return 3; }();

template <int N> struct Fibonacci { static int Value() { /*guard 25*/
#line 70 "input.cc"
                                                         return Fibonacci<N - 1>::Value() + Fibonacci<N - 2>::Value(); } };
template <> struct Fibonacci<1> { static int Value() { /*guard 26*/
#line 71 "input.cc"
                                                       return 1; } };
template <> struct Fibonacci<0> { static int Value() { /*guard 27*/
#line 72 "input.cc"
                                                       return 0; } };

template <typename T> struct Lazy {
  template <typename F> static auto Make(F f) { /*guard 28*/
#line 75 "input.cc"
                                                return [f = std::move(f)]<typename... A>(A&&... a) mutable -> decltype(auto) { /*guard 29*/
#line 75 "input.cc"
                                                                                                                               return f(std::forward<A>(a)...); }; }
};
template <template <typename...> typename C, typename... T> auto MakeOf(T... t) { /*guard 30*/
#line 77 "input.cc"
                                                                                  return C{t...}; }
auto Recursive = [](auto self, int n) -> int { /*guard 31*/
#line 78 "input.cc"
                                               return n == 0 ? 0 : n + self(self, n - 1); };
template <typename T> T Variable = T(7);
template <typename R, typename... A> R Invoke(R (*f)(A...), std::type_identity_t<A>... a) { /*guard 32*/
#line 80 "input.cc"
                                                                                            return f(a...); }
int Free(int a, int b) { /*guard 33*/
#line 81 "input.cc"
                         return a * b; }

}  // namespace

void Run();
void Run() { /*guard 34*/
  int n = 5;
  // In a braced list the calls are made from left to right.
  const int first[] = {Made().Call(), HasSize(std::string("a"), 0) ? 1 : 0, HasSize(1, 0) ? 1 : 0, Kind(1)[0], Kind(1.0)[0],
                       Deduced(&n), Deduced(3), Apply([&] { /*guard 35*/
#line 90 "input.cc"
                                                            return n; }), Nth<1>(1, 2, 3), Sum(std::tuple(1, 2))};
  for (const int value : first) std::printf("%d ", value);
  const std::variant<int, std::string> v = "text";
  const std::string texts[] = {Join("a", "b", "c"), std::visit(Overloaded{[](int) { /*guard 36*/
#line 93 "input.cc"
                                                                                    return "int"; }, [](const std::string&) { /*guard 37*/
#line 93 "input.cc"
                                                                                                                              return "string"; }}, v),
                               FromText<Text{"abc"}>()};
  for (const std::string& text : texts) std::printf("%s ", text.c_str());
  const auto box = Box(std::string("text")).Map([](const std::string& s) { /*guard 38*/
#line 96 "input.cc"
                                                                           return static_cast<int>(s.size()); });
  const int second[] = {Constant<4>::Get(), Called(1), Size(short(1)), Size(1L), Size(std::string()), (box + box).value, box == Box<int>(box) ? 1 : 0,
                        Box<int>::Inner().Get(box), Box_count<int>, Fibonacci<6>::Value()};
  for (const int value : second) std::printf("%d ", value);
  const int third[] = {Lazy<int>::Make([](int a, int b) { /*guard 39*/
#line 100 "input.cc"
                                                          return a - b; })(5, 2), static_cast<int>(MakeOf<std::vector>(1, 2).size()), Recursive(Recursive, 4),
                       Variable<int>, Invoke(Free, 2, 3)};
  for (const int value : third) std::printf("%d ", value);
  std::puts("");
}
