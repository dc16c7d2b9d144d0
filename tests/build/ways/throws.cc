// An exception that nobody catches, thrown below functions of several kinds.
#include <cstdio>
#include <string>

#include <spansmith/annotations.h>

struct Guarded {
  SPANSMITH_SPAN("~Guarded") ~Guarded() { std::fputs("", stdout); }
};

SPANSMITH_SPAN("Thrower", SPANSMITH_ATTR(depth, depth)) static int Thrower(int depth) {
  if (depth == 0) throw std::string("nobody catches this");
  return Thrower(depth - 1) + 1;
}

template <typename T>
SPANSMITH_SPAN("Template") T Template(T value) {
  const Guarded guarded;
  SPANSMITH_NOTE(value, value);
  return static_cast<T>(Thrower(static_cast<int>(value)) + 1);
}

SPANSMITH_SPAN("Returned", SPANSMITH_RETURN_ATTR(size, result.size())) static std::string Returned(int n) {
  const auto lambda = [n] SPANSMITH_SPAN("lambda") () { return std::to_string(Template(n)); };
  return lambda();
}

int main() { return static_cast<int>(Returned(1).size()); }
