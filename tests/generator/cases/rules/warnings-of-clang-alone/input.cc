// What is an error to Clang and a warning to the compiler, or to Clang under the program's own options, hinders nothing.
// flags: -std=c++17 -Wno-narrowing -Wno-register -Wno-missing-template-arg-list-after-template-kw -Wno-unknown-warning-option
#include <cstdio>
#include <initializer_list>

#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"

struct Pair {
  signed char first;
  unsigned second;
};

template <typename T>
struct Holder {
  template <typename... U>
  static int Count(const U&...) {
    return static_cast<int>(sizeof...(U));
  }
};

static Pair Narrowed(int value) { return {value, value}; }
static int Registered(register int value) {
  register int twice = 2 * value;
  return twice;
}
template <typename T>
static int Kept(const T& value) {
  return Holder<T>::template Count(value, value);
}

void Run();
void Run() {
  const Pair pair = Narrowed(3);
  std::printf("%d %u\n", pair.first, pair.second);
  for (const int value : {Registered(4), Kept(5)}) std::printf("%d\n", value);
}
