// Volatile members, abbreviated and constrained templates, specialisations, deduced returns, static inline functions,
// friends, functions that do not return.
// flags: -std=c++20
#include <concepts>
#include <cstdio>
#include <stdexcept>
#include <string>

class Register {
 public:
  int Read() volatile { return value_; }
  int Read() const volatile { return value_ + 1; }
  int Take() && { return value_ + 2; }
  int Take() const& { return value_ + 3; }
  friend int Peek(const Register& r) { return r.value_; }

 private:
  int value_ = 10;
};

static auto Twice(auto value) { return value + value; }
static auto Add(std::integral auto a, std::floating_point auto b) -> decltype(a + b) { return static_cast<double>(a) + b; }
template <typename T>
  requires std::integral<T>
static T Half(T value) {
  return static_cast<T>(value / 2);
}

template <typename T>
struct Name {
  static std::string Of() { return "any"; }
  template <typename U>
  std::string With(U value);
};
template <>
std::string Name<int>::Of() {
  return "int";
}
template <typename T>
struct Name<T*> {
  static std::string Of() { return Name<T>::Of() + "*"; }
};
template <typename T>
template <typename U>
std::string Name<T>::With(U value) {
  return Of() + std::to_string(value);
}
template <>
template <>
std::string Name<int>::With(char) {
  return "char";
}

static inline decltype(auto) Same(int& x) { return (x); }
static inline auto Copied(int& x) noexcept(noexcept(Twice(x))) { return x; }
[[noreturn]] static void Fails(const char* what) { throw std::runtime_error(what); }
[[nodiscard]] static int Checked(int x) {
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
