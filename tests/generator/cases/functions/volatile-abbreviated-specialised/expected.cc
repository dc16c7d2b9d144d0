/*prologue*/
#line 1 "input.cc"
// Volatile members, abbreviated and constrained templates, specialisations, deduced returns, static inline functions,
// friends, functions that do not return.
// flags: -std=c++20
#include <concepts>
#include <cstdio>
#include <stdexcept>
#include <string>

class Register {
 public:
  int Read() volatile { /*guard 1*/
#line 11 "input.cc"
                        return value_; }
  int Read() const volatile { /*guard 2*/
#line 12 "input.cc"
                              return value_ + 1; }
  int Take() && { /*guard 3*/
#line 13 "input.cc"
                  return value_ + 2; }
  int Take() const& { /*guard 4*/
#line 14 "input.cc"
                      return value_ + 3; }
  friend int Peek(const Register& r) { /*guard 5*/
#line 15 "input.cc"
                                       return r.value_; }

 private:
  int value_ = 10;
};

static auto Twice(auto value) { /*guard 6*/
#line 21 "input.cc"
                                return value + value; }
static auto Add(std::integral auto a, std::floating_point auto b) -> decltype(a + b) { /*guard 7*/
#line 22 "input.cc"
                                                                                       return static_cast<double>(a) + b; }
template <typename T>
  requires std::integral<T>
static T Half(T value) { /*guard 8*/
  return static_cast<T>(value / 2);
}

template <typename T>
struct Name {
  static std::string Of() { /*guard 9*/
#line 31 "input.cc"
                            return "any"; }
  template <typename U>
  std::string With(U value);
};
template <>
std::string Name<int>::Of() { /*guard 10*/
  return "int";
}
template <typename T>
struct Name<T*> {
  static std::string Of() { /*guard 11*/
#line 41 "input.cc"
                            return Name<T>::Of() + "*"; }
};
template <typename T>
template <typename U>
std::string Name<T>::With(U value) { /*guard 12*/
  return Of() + std::to_string(value);
}
template <>
template <>
std::string Name<int>::With(char) { /*guard 13*/
  return "char";
}

static inline decltype(auto) Same(int& x) { /*guard 14*/
#line 54 "input.cc"
                                            return (x); }
static inline auto Copied(int& x) noexcept(noexcept(Twice(x))) { /*guard 15*/
#line 55 "input.cc"
                                                                 return x; }
[[noreturn]] static void Fails(const char* what) { /*guard 16*/
#line 56 "input.cc"
                                                   throw std::runtime_error(what); }
[[nodiscard]] static int Checked(int x) { /*guard 17*/
  if (x < 0) Fails("negative");
  return x;
}
static_assert(!noexcept(Copied(*static_cast<int*>(nullptr))));

void Run();
void Run() {
  volatile Register device;
  const volatile Register fixed{};
  const Register plain{};
  int x = 3;
  Same(x) += Copied(x);
  std::printf("%d %d %d %d %d\n", device.Read(), fixed.Read(), Register().Take(), plain.Take(), Peek(plain));
  std::printf("%d %s %.1f %d %d\n", Twice(2), Twice(std::string("ab")).c_str(), Add(1, 0.5), Half(9), x);
  std::printf("%s %s %s %s\n", Name<int>::Of().c_str(), Name<int**>::Of().c_str(), Name<int>().With(5).c_str(),
              Name<int>().With('c').c_str());
  try {
    std::printf("%d\n", Checked(1));
    std::printf("%d\n", Checked(-1));
  } catch (const std::exception& error) {
    std::puts(error.what());
  }
}
