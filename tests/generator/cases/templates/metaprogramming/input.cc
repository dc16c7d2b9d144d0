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
  int Call() const { return static_cast<const D&>(*this).Impl() + Level(); }
  static int Level() { return 1; }
};
struct Made : Crtp<Made> {
  int Impl() const { return 10; }
};

template <typename T>
auto HasSize(const T& t, int) -> decltype(t.size(), std::true_type()) { return {}; }
template <typename T>
auto HasSize(const T&, long) -> std::false_type { return {}; }

template <typename T, std::enable_if_t<std::is_integral_v<T>, int> = 0> const char* Kind(T) { return "integral"; }
template <typename T, std::enable_if_t<!std::is_integral_v<T>, int> = 0> const char* Kind(T) { return "other"; }

template <typename T> auto Deduced(T t) { if constexpr (std::is_pointer_v<T>) return *t; else return t; }
template <typename F> auto Apply(F&& f) noexcept(noexcept(std::forward<F>(f)())) -> decltype(std::forward<F>(f)()) { return std::forward<F>(f)(); }

template <std::size_t N, typename... T> auto Nth(T&&... t) { return std::get<N>(std::forward_as_tuple(std::forward<T>(t)...)); }
template <typename First, typename... Rest> std::string Join(const First& first, const Rest&... rest) {
  if constexpr (sizeof...(rest) == 0) return std::string(first);
  else return std::string(first) + "," + Join(rest...);
}
template <typename Tuple, std::size_t... I> int SumOf(const Tuple& t, std::index_sequence<I...>) { return (std::get<I>(t) + ... + 0); }
template <typename... T> int Sum(const std::tuple<T...>& t) { return SumOf(t, std::index_sequence_for<T...>()); }

template <typename... F> struct Overloaded : F... { using F::operator()...; };
template <typename... F> Overloaded(F...) -> Overloaded<F...>;

template <auto V> struct Constant { static auto Get() { return V; } };
struct Text { char c[4]; };
template <Text T> std::string FromText() { return T.c; }
template <auto F = [](int m) { return m + 1; }> int Called(int n) { return F(n); }

template <typename T> concept Small = sizeof(T) <= 2 && requires(T t) { { t + t } -> std::convertible_to<int>; [] { return 1; }; };
template <typename T> int Size(T) { return 2; }
template <Small T> int Size(T) { return 1; }
template <typename T> requires (!Small<T>) && std::is_class_v<T> int Size(T) { return 3; }

template <typename T> struct Box {
  T value;
  Box(T v) : value(std::move(v)) {}
  template <typename U> Box(const Box<U>& other) requires std::convertible_to<U, T> : value(other.value) {}
  template <typename U> auto Map(U&& f) const & { return Box<std::decay_t<decltype(f(value))>>(f(value)); }
  friend auto operator+(const Box& a, const Box& b) { return Box(a.value + b.value); }
  friend bool operator==(const Box&, const Box&) = default;
  struct Inner { T Get(const Box& b) { return b.value; } };
};
template <typename T> int Box_count = [] { return 3; }();

template <int N> struct Fibonacci { static int Value() { return Fibonacci<N - 1>::Value() + Fibonacci<N - 2>::Value(); } };
template <> struct Fibonacci<1> { static int Value() { return 1; } };
template <> struct Fibonacci<0> { static int Value() { return 0; } };

template <typename T> struct Lazy {
  template <typename F> static auto Make(F f) { return [f = std::move(f)]<typename... A>(A&&... a) mutable -> decltype(auto) { return f(std::forward<A>(a)...); }; }
};
template <template <typename...> typename C, typename... T> auto MakeOf(T... t) { return C{t...}; }
auto Recursive = [](auto self, int n) -> int { return n == 0 ? 0 : n + self(self, n - 1); };
template <typename T> T Variable = T(7);
template <typename R, typename... A> R Invoke(R (*f)(A...), std::type_identity_t<A>... a) { return f(a...); }
int Free(int a, int b) { return a * b; }

}  // namespace

void Run();
void Run() {
  int n = 5;
  // In a braced list the calls are made from left to right.
  const int first[] = {Made().Call(), HasSize(std::string("a"), 0) ? 1 : 0, HasSize(1, 0) ? 1 : 0, Kind(1)[0], Kind(1.0)[0],
                       Deduced(&n), Deduced(3), Apply([&] { return n; }), Nth<1>(1, 2, 3), Sum(std::tuple(1, 2))};
  for (const int value : first) std::printf("%d ", value);
  const std::variant<int, std::string> v = "text";
  const std::string texts[] = {Join("a", "b", "c"), std::visit(Overloaded{[](int) { return "int"; }, [](const std::string&) { return "string"; }}, v),
                               FromText<Text{"abc"}>()};
  for (const std::string& text : texts) std::printf("%s ", text.c_str());
  const auto box = Box(std::string("text")).Map([](const std::string& s) { return static_cast<int>(s.size()); });
  const int second[] = {Constant<4>::Get(), Called(1), Size(short(1)), Size(1L), Size(std::string()), (box + box).value, box == Box<int>(box) ? 1 : 0,
                        Box<int>::Inner().Get(box), Box_count<int>, Fibonacci<6>::Value()};
  for (const int value : second) std::printf("%d ", value);
  const int third[] = {Lazy<int>::Make([](int a, int b) { return a - b; })(5, 2), static_cast<int>(MakeOf<std::vector>(1, 2).size()), Recursive(Recursive, 4),
                       Variable<int>, Invoke(Free, 2, 3)};
  for (const int value : third) std::printf("%d ", value);
  std::puts("");
}
