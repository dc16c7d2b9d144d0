// Returns that convert by an operator, explicit where the code says so, by a template, or to a base in smart pointers
// of each kind: as before and once.
#include <spansmith/annotations.h>

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

struct Answer {
  int code;
  explicit operator bool() const { std::printf("bool %d\n", code); return code == 0; }
  operator std::string() const& { std::printf("copied %d\n", code); return std::to_string(code); }
  operator std::string() && { std::printf("moved %d\n", code); return "moved"; }
};
struct Anything {
  template <typename T>
  operator T() const { std::puts("template"); return T(); }
};
struct Base { virtual ~Base() = default; int id = 1; };
struct Derived : Base { Derived() { id = 2; } };
struct Deleter {
  void operator()(Base* base) const { std::printf("delete %d\n", base->id); delete base; }
};

SPANSMITH_SPAN("Explicit", SPANSMITH_RETURN_ATTR(r, result)) static bool Explicit(const Answer& answer) {
  if (answer.code > 5) return static_cast<bool>(answer);
  return answer ? true : !answer;
}
SPANSMITH_SPAN("Text", SPANSMITH_RETURN_ATTR(r, result)) static std::string Text(int code) {
  Answer local{code};
  if (code == 1) return local;
  if (code == 2) return static_cast<Answer&&>(local);
  if (code == 3) return Answer{3};
  return static_cast<const Answer&>(local);
}
SPANSMITH_SPAN("Any", SPANSMITH_RETURN_ATTR(r, result)) static int Any() { return Anything(); }
SPANSMITH_SPAN("Shared", SPANSMITH_RETURN_ATTR(id, result->id)) static std::shared_ptr<const Base> Shared(bool named) {
  auto derived = std::make_shared<Derived>();
  if (named) return derived;
  return std::make_shared<Derived>();
}
SPANSMITH_SPAN("Unique", SPANSMITH_RETURN_ATTR(id, result->id), SPANSMITH_ERROR_WHEN(!result))
static std::unique_ptr<Base, Deleter> Unique(std::unique_ptr<Derived, Deleter> derived) { return derived; }

void Run();
void Run() {
  std::printf("%d %d %d\n", Explicit({7}) ? 1 : 0, Explicit({0}) ? 1 : 0, Any());
  for (int code = 1; code < 5; ++code) std::printf("%s\n", Text(code).c_str());
  std::printf("%d %d\n", Shared(true)->id, Shared(false)->id);
  std::printf("%d\n", Unique(std::unique_ptr<Derived, Deleter>(new Derived))->id);
}
