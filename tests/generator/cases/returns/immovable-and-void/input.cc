// Values that can neither be copied nor moved, calls of void functions returned, and returns of nothing, as they were.
#include <spansmith/annotations.h>

#include <atomic>
#include <cstdio>
#include <mutex>

struct Fixed {
  explicit Fixed(int v) : value(v) { std::printf("made %d\n", v); }
  Fixed(const Fixed&) = delete;
  Fixed(Fixed&&) = delete;
  Fixed& operator=(const Fixed&) = delete;
  Fixed& operator=(Fixed&&) = delete;
  ~Fixed() { std::printf("gone %d\n", value); }
  int value;
};

SPANSMITH_SPAN("Make", SPANSMITH_ARGS(v), SPANSMITH_EXIT_ATTR(v, v)) static Fixed Make(int v) {
  if (v > 2) return Fixed(v);
  return Fixed{v + 1};
}
SPANSMITH_SPAN("Again") static Fixed Again(int v) { return Make(v); }
SPANSMITH_SPAN("Locked") static std::unique_lock<std::mutex> Locked(std::mutex& m) { return std::unique_lock<std::mutex>(m); }
SPANSMITH_SPAN("Flag") static std::atomic<int> Flag() { return std::atomic<int>{4}; }
// A reference to one that cannot move, and a parameter of it, can be looked at.
SPANSMITH_SPAN("Ref", SPANSMITH_RETURN_ATTR(value, result.value)) static const Fixed& Ref(const Fixed& f) { return f; }

SPANSMITH_SPAN("Void") static void Void(int n) {
  if (n == 0) return;
  if (n == 1) return void();
  return static_cast<void>(n);
}
SPANSMITH_SPAN("Through") static void Through(int n) { return Void(n); }
template <typename F>
SPANSMITH_SPAN("Call") auto Call(F f) -> decltype(f()) {
  return f();
}

void Run();
void Run() {
  const Fixed one = Again(1);
  std::printf("%d %d\n", Again(3).value, Ref(one).value);
  std::mutex m;
  std::printf("%d %d\n", Locked(m).owns_lock() ? 1 : 0, Flag().load());
  for (int n = 0; n < 3; ++n) Through(n);
  Call([] { Void(1); });
  std::printf("%d\n", Call([] { return 5; }));
}
