// A rule for everything: every function that can have a span has one, the rest is left out without a word.
// flags: -std=c++20
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

#define DEFINE_GETTER(type, name) \
  type Get##name() const { return name##_; }
#define BODY(...) {__VA_ARGS__}
#define FUNCTION(name) static int name(int value)

namespace {

struct Base {
  Base() = default;
  explicit Base(int value) : value_(value) { ++value_; }
  Base(const Base&) = default;
  Base& operator=(const Base&) = default;
  virtual ~Base() {}
  virtual int Virtual() const noexcept = 0;
  operator bool() const { return value_ != 0; }
  bool operator==(const Base& other) const { return value_ == other.value_; }
  int value_ = 0;
};

class Derived final : public Base {
 public:
  using Base::Base;
  Derived(int a, int b) try : Base(a + b) {
  } catch (...) {
    throw;
  }
  int Virtual() const noexcept override { return value_; }
  DEFINE_GETTER(int, value)
  template <typename T>
  T Cast() const {
    return static_cast<T>(value_);
  }
  friend int Friend(const Derived& d) { return d.value_; }
  int operator()(int x) { return x; }
  auto Deduced() const { return value_; }
  auto Trailing() const -> int { return value_; }
  decltype(auto) Reference() { return (value_); }
  static int Static() { return 7; }
  int Lvalue() & { return 1; }
  int Lvalue() && { return 2; }
};

template <typename... T>
int Sum(T... values) {
  return (0 + ... + values);
}

template <typename T>
struct Holder {
  explicit Holder(T value) : value_(std::move(value)) {}
  ~Holder() {}
  const T& Get() const { return value_; }
  T value_;
};
template <>
struct Holder<int> {
  int Get() const { return 0; }
};

constexpr int Constexpr(int value) { return value + 1; }
consteval int Consteval() { return 1; }

FUNCTION(Named) { return value; }
int FromMacro() BODY(return 3;)

int Recursive(int n, int sum) {
  if (n == 0) return sum;
  return Recursive(n - 1, sum + n);
}

int Factorial(int n) { return n < 2 ? 1 : n * Factorial(n - 1); }

std::unique_ptr<int> MoveOnly() { return std::make_unique<int>(4); }
std::pair<int, std::string> Braced() { return {1, "x"}; }
int Labels(int n) {
again:
  if (n > 3) {
    n -= 3;
    goto again;
  }
  switch (n) {
    case 1:
      return 10;
    default:
      break;
  }
  return n;
}
[[noreturn]] void Fails() { throw std::runtime_error("failed"); }
int OneLine() { return 1; } int Second() { return 2; }

int Local() {
  struct Inner {
    int Method() { return 5; }
  };
  auto lambda = [](int x) { return x + 1; };
  return lambda(Inner().Method());
}

int values[3] = {1, 2, 3};
auto ArrayReference() -> int (&)[3] { return values; }
int (*PointerToFunction())(int, int) { return Recursive; }

// In a braced list the calls are made from left to right.
void Show(std::initializer_list<int> shown) {
  for (const int value : shown) std::printf("%d ", value);
  std::printf("\n");
}

}  // namespace

extern "C" int InC(int value);
extern "C" int InC(int value) { return value; }

extern "C" __attribute__((no_instrument_function)) int NotMe(int value);
int NotMe(int value) { return value; }

void* operator new(std::size_t size) {
  if (void* memory = std::malloc(size)) return memory;
  std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

inline namespace v1 {
int Versioned(int value);
int Versioned(int value) { return value; }
}  // namespace v1

void Run();
void Run() {
  Derived derived(1, 2);
  Show({derived.Virtual(), derived.Getvalue(), static_cast<int>(derived.Cast<long>()), Friend(derived)});
  Show({derived(3), derived.Deduced(), derived.Trailing(), derived.Reference(), Derived::Static(), derived.Lvalue()});
  Show({Derived(4).Lvalue(), derived == Derived(3), bool(derived)});
  Show({Sum(1, 2, 3), static_cast<int>(Holder<std::string>("held").Get().size()), Holder<int>().Get()});
  Show({Constexpr(1), Consteval(), Named(2), FromMacro(), Recursive(3, 0), Factorial(3), *MoveOnly(), Braced().first});
  Show({Labels(7), OneLine(), Second(), Local(), ArrayReference()[1], PointerToFunction()(1, 0), InC(1)});
  Show({Versioned(2), NotMe(1)});
  try {
    Fails();
  } catch (const std::exception& error) {
    std::printf("%s\n", error.what());
  }
}
