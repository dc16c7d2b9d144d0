/*prologue*/
#line 1 "input.cc"
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
  type Get##name() const { /*guard m3578274533_1*/ return name##_; }
#define BODY(...) { /*guard m3578274533_2*/__VA_ARGS__}
#define FUNCTION(name) static int name(int value)

namespace {

struct Base {
  Base() = default;
  explicit Base(int value) : value_(value) { /*guard 3*/
#line 23 "input.cc"
                                             ++value_; }
  Base(const Base&) = default;
  Base& operator=(const Base&) = default;
  virtual ~Base() { /*guard 4*/
#line 26 "input.cc"
                   }
  virtual int Virtual() const noexcept = 0;
  operator bool() const { /*guard 5*/
#line 28 "input.cc"
                          return value_ != 0; }
  bool operator==(const Base& other) const { /*guard 6*/
#line 29 "input.cc"
                                             return value_ == other.value_; }
  int value_ = 0;
};

class Derived final : public Base {
 public:
  using Base::Base;
  Derived(int a, int b) try : Base(a + b) { /*guard 7*/
  } catch (...) {
    throw;
  }
  int Virtual() const noexcept override { /*guard 8*/
#line 40 "input.cc"
                                          return value_; }
  DEFINE_GETTER(int, value)
  template <typename T>
  T Cast() const { /*guard 9*/
    return static_cast<T>(value_);
  }
  friend int Friend(const Derived& d) { /*guard 10*/
#line 46 "input.cc"
                                        return d.value_; }
  int operator()(int x) { /*guard 11*/
#line 47 "input.cc"
                          return x; }
  auto Deduced() const { /*guard 12*/
#line 48 "input.cc"
                         return value_; }
  auto Trailing() const -> int { /*guard 13*/
#line 49 "input.cc"
                                 return value_; }
  decltype(auto) Reference() { /*guard 14*/
#line 50 "input.cc"
                               return (value_); }
  static int Static() { /*guard 15*/
#line 51 "input.cc"
                        return 7; }
  int Lvalue() & { /*guard 16*/
#line 52 "input.cc"
                   return 1; }
  int Lvalue() && { /*guard 17*/
#line 53 "input.cc"
                    return 2; }
};

template <typename... T>
int Sum(T... values) { /*guard 18*/
  return (0 + ... + values);
}

template <typename T>
struct Holder {
  explicit Holder(T value) : value_(std::move(value)) { /*guard 19*/
#line 63 "input.cc"
                                                       }
  ~Holder() { /*guard 20*/
#line 64 "input.cc"
             }
  const T& Get() const { /*guard 21*/
#line 65 "input.cc"
                         return value_; }
  T value_;
};
template <>
struct Holder<int> {
  int Get() const { /*guard 22*/
#line 70 "input.cc"
                    return 0; }
};

constexpr int Constexpr(int value) { return value + 1; }
consteval int Consteval() { return 1; }

FUNCTION(Named) { /*guard 23*/
#line 76 "input.cc"
                  return value; }
int FromMacro() BODY(return 3;)

int Recursive(int n, int sum) {
  if (n == 0) return sum;
  return Recursive(n - 1, sum + n);
}

int Factorial(int n) { /*guard 24*/
#line 84 "input.cc"
                       return n < 2 ? 1 : n * Factorial(n - 1); }

std::unique_ptr<int> MoveOnly() { /*guard 25*/
#line 86 "input.cc"
                                  return std::make_unique<int>(4); }
std::pair<int, std::string> Braced() { /*guard 26*/
#line 87 "input.cc"
                                       return {1, "x"}; }
int Labels(int n) { /*guard 27*/
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
[[noreturn]] void Fails() { /*guard 28*/
#line 102 "input.cc"
                            throw std::runtime_error("failed"); }
int OneLine() { /*guard 29*/
#line 103 "input.cc"
                return 1; } int Second() { /*guard 30*/
#line 103 "input.cc"
                                           return 2; }

int Local() { /*guard 31*/
  struct Inner {
    int Method() { /*guard 32*/
#line 107 "input.cc"
                   return 5; }
  };
  auto lambda = [](int x) { /*guard 33*/
#line 109 "input.cc"
                            return x + 1; };
  return lambda(Inner().Method());
}

int values[3] = {1, 2, 3};
auto ArrayReference() -> int (&)[3] { /*guard 34*/
#line 114 "input.cc"
                                      return values; }
int (*PointerToFunction())(int, int) { /*guard 35*/
#line 115 "input.cc"
                                       return Recursive; }

// In a braced list the calls are made from left to right.
void Show(std::initializer_list<int> shown) { /*guard 36*/
  for (const int value : shown) std::printf("%d ", value);
  std::printf("\n");
}

}  // namespace

extern "C" int InC(int value);
extern "C" int InC(int value) { /*guard 37*/
#line 126 "input.cc"
                                return value; }

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
int Versioned(int value) { /*guard 38*/
#line 140 "input.cc"
                           return value; }
}  // namespace v1

void Run();
void Run() { /*guard 39*/
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
