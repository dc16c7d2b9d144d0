// Bodies that nothing can be put into: warnings, and the file is compiled as it stands.
// flags: -std=c++20
#include <spansmith/annotations.h>

#include <functional>
#include <string>

struct Holder {
  template <typename F>
  constexpr explicit Holder(F) {}
};

constexpr int Constant(int value) {
  SPANSMITH_INJECT(value);
  return value;
}
constexpr int Carries(SPANSMITH_CARRY Holder holder) { return sizeof(holder); }
void Tries(SPANSMITH_CARRY std::function<void()> task);
void Tries(std::function<void()> task) try { task(); } catch (...) {
}
int Lambdas();
int Lambdas() {
  const auto explicitly = [](int value) constexpr {
    SPANSMITH_INJECT(value);
    return value;
  };
  return explicitly(1) + Constant(2) + Carries(Holder(3));
}
