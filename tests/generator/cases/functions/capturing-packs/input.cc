// Lambdas that capture packs, by copy, by reference, moved into init-captures; in calls, nested, immediately invoked.
// flags: -std=c++20
#include <cstdio>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

template <typename... T>
static int ByCopy(T... values) {
  return [=] { return (0 + ... + values); }();
}
template <typename... T>
static void ByReference(T&... values) {
  [&values...](int by) { ((values += by), ...); }(10);
}
template <typename... T>
static auto Moved(T&&... values) {
  return [... kept = std::forward<T>(values)](auto&& use) mutable { return use(std::move(kept)...); };
}
template <typename... F>
static int Nested(F... functions) {
  return [functions...]<typename... A>(A... arguments) {
    return [&] { return (0 + ... + functions(arguments...)); }();
  }(1, 2);
}

void Run();
void Run() {
  int a = 1;
  int b = 2;
  ByReference(a, b);
  auto held = Moved(std::make_unique<int>(5), std::string("text"));
  const int sum = held([](std::unique_ptr<int> number, const std::string& text) {
    return *number + static_cast<int>(text.size());
  });
  std::printf("%d %d %d %d %d\n", ByCopy(1, 2, 3), a, b, sum,
              Nested([](int x, int y) { return x + y; }, [](int x, int y) { return x * y; }));
}
