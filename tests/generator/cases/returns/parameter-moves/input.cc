// `return parameter;` still moves out of the parameter, and only once.
#include <spansmith/annotations.h>

#include <cstdio>
#include <memory>
#include <utility>

struct Counted {
  std::unique_ptr<int> value;
  explicit Counted(int v) : value(std::make_unique<int>(v)) {}
  Counted(Counted&& other) noexcept : value(std::move(other.value)) { std::puts("move"); }
};

SPANSMITH_SPAN("Pass", SPANSMITH_RETURN_ATTR(value, *result.value))
static Counted Pass(Counted counted) {
  return counted;
}

void Run();
void Run() { std::printf("%d\n", *Pass(Counted(7)).value); }
