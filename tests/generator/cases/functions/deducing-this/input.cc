// Explicit object parameters: by value, by reference, deduced, recursive lambdas; attributes of `self`.
// flags: -std=c++23
// compilers: clang++
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>
#include <utility>

struct Builder {
  std::string text;
  template <typename Self>
  SPANSMITH_SPAN("Add", SPANSMITH_ATTR(before, self.text.size()), SPANSMITH_EXIT_ATTR(after, self.text.size()))
  auto&& Add(this Self&& self, const char* more) {
    self.text += more;
    return std::forward<Self>(self);
  }
  SPANSMITH_SPAN("Size", SPANSMITH_RETURN_ATTR(size, result)) int Size(this const Builder& self) {
    return static_cast<int>(self.text.size());
  }
  SPANSMITH_SPAN("Copy", SPANSMITH_ARGS(all)) int Copy(this Builder self, int n) {
    self.text.clear();
    return n;
  }
};

void Run();
void Run() {
  Builder builder;
  const int size = builder.Add("a").Add("bc").Size();
  const auto factorial = [] SPANSMITH_SPAN("factorial", SPANSMITH_ARGS(n)) (this auto self, int n) -> int {
    return n < 2 ? 1 : n * self(n - 1);
  };
  std::printf("%d %d %d %s\n", size, builder.Copy(4), factorial(3), Builder().Add("x").text.c_str());
}
