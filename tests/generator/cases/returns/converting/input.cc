// A return that converts does so as before and once: derived to base in a smart pointer, a literal to a string, an int
// to an optional; a local that would be moved from is moved from.
#include <spansmith/annotations.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <string>

namespace {

struct Base {
  virtual ~Base() = default;
  virtual int Value() const { return 1; }
};
struct Derived : Base {
  int Value() const override { return 2; }
};

SPANSMITH_SPAN("Pointer", SPANSMITH_RETURN_ATTR(value, result->Value()))
std::unique_ptr<Base> Pointer(bool named) {
  std::unique_ptr<Derived> derived = std::make_unique<Derived>();
  if (named) return derived;
  return std::make_unique<Base>();
}

SPANSMITH_SPAN("Text", SPANSMITH_RETURN_ATTR(text, result))
std::string Text() {
  return "literal";
}

SPANSMITH_SPAN("Maybe", SPANSMITH_RETURN_ATTR(maybe, result))
std::optional<int> Maybe(bool some) {
  if (some) return 3;
  return std::nullopt;
}

}  // namespace

void Run();
void Run() {
  std::printf("%d %d %s %d %d\n", Pointer(true)->Value(), Pointer(false)->Value(), Text().c_str(), Maybe(true).value_or(0),
              Maybe(false).value_or(0));
}
