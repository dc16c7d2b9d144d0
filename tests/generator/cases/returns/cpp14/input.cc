// Observed returns in C++14, where a temporary is not yet made in place: as many copies and moves, or one move more.
// flags: -std=c++14
#include <spansmith/annotations.h>

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

namespace {

struct Value {
  int v;
  explicit Value(int n) : v(n) { std::printf("made %d\n", v); }
  Value(const Value& o) : v(o.v) { std::printf("copied %d\n", v); }
  Value(Value&& o) noexcept : v(o.v) { o.v = -1; }
  ~Value() {
    if (v >= 0) std::printf("gone %d\n", v);
  }
};

SPANSMITH_SPAN("Named", SPANSMITH_RETURN_ATTR(r, result.v)) Value Named(int n) {
  Value value(n);
  return value;
}
SPANSMITH_SPAN("Prvalue", SPANSMITH_RETURN_ATTR(r, result.v)) Value Prvalue(int n) { return Value(n); }
SPANSMITH_SPAN("Parameter", SPANSMITH_RETURN_ATTR(r, result.v)) Value Parameter(Value value) { return value; }
SPANSMITH_SPAN("Reference", SPANSMITH_RETURN_ATTR(r, result.v)) const Value& Reference(const Value& value) {
  return value;
}
SPANSMITH_SPAN("Auto", SPANSMITH_RETURN_ATTR(r, result)) auto Auto(int n) { return n + 1; }
SPANSMITH_SPAN("Pointer", SPANSMITH_RETURN_ATTR(r, *result)) std::unique_ptr<int> Pointer(int n) {
  auto pointer = std::make_unique<int>(n);
  if (n > 5) return pointer;
  return std::make_unique<int>(n);
}
SPANSMITH_SPAN("Text", SPANSMITH_RETURN_ATTR(r, result)) std::string Text(int n) {
  if (n > 1) return {"two"};
  return "one";
}

}  // namespace

void Run();
void Run() {
  std::printf("%d %d\n", Named(1).v, Prvalue(2).v);
  std::printf("%d %d %d\n", Parameter(Value(3)).v, Reference(Value(4)).v, Auto(5));
  std::printf("%d %d %s %s\n", *Pointer(3), *Pointer(6), Text(1).c_str(), Text(2).c_str());
}
