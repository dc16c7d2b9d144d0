/*prologue*/
#line 1 "input.cc"
// Lambdas that capture packs, by copy, by reference, moved into init-captures; in calls, nested, immediately invoked.
// flags: -std=c++20
#include <cstdio>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

template <typename... T>
static int ByCopy(T... values) { /*guard 1*/
  return [=] { /*guard 2*/
#line 11 "input.cc"
               return (0 + ... + values); }();
}
template <typename... T>
static void ByReference(T&... values) { /*guard 3*/
  [&values...](int by) { /*guard 4*/
#line 15 "input.cc"
                         ((values += by), ...); }(10);
}
template <typename... T>
static auto Moved(T&&... values) { /*guard 5*/
  return [... kept = std::forward<T>(values)](auto&& use) mutable { /*guard 6*/
#line 19 "input.cc"
                                                                    return use(std::move(kept)...); };
}
template <typename... F>
static int Nested(F... functions) { /*guard 7*/
  return [functions...]<typename... A>(A... arguments) { /*guard 8*/
    return [&] { /*guard 9*/
#line 24 "input.cc"
                 return (0 + ... + functions(arguments...)); }();
  }(1, 2);
}

void Run();
void Run() {
  int a = 1;
  int b = 2;
  ByReference(a, b);
  auto held = Moved(std::make_unique<int>(5), std::string("text"));
  const int sum = held([](std::unique_ptr<int> number, const std::string& text) { /*guard 10*/
    return *number + static_cast<int>(text.size());
  });
  std::printf("%d %d %d %d %d\n", ByCopy(1, 2, 3), a, b, sum,
              Nested([](int x, int y) { /*guard 11*/
#line 38 "input.cc"
                                        return x + y; }, [](int x, int y) { /*guard 12*/
#line 38 "input.cc"
                                                                            return x * y; }));
}
