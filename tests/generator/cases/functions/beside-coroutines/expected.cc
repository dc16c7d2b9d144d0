/*prologue*/
#line 1 "input.cc"
// Coroutines beside functions: they are left out, their helpers, promise types and lambdas are not.
// flags: -std=c++20
#include <coroutine>
#include <cstdio>
#include <exception>
#include <utility>

namespace {

struct Generator {
  struct promise_type {
    int value = 0;
    Generator get_return_object() { /*guard 1*/
#line 13 "input.cc"
                                    return Generator(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { /*guard 2*/
#line 14 "input.cc"
                                                     return {}; }
    std::suspend_always final_suspend() noexcept { /*guard 3*/
#line 15 "input.cc"
                                                   return {}; }
    std::suspend_always yield_value(int v) { /*guard 4*/
#line 16 "input.cc"
                                             value = v; return {}; }
    void return_void() { /*guard 5*/
#line 17 "input.cc"
                        }
    void unhandled_exception() { /*guard 6*/
#line 18 "input.cc"
                                 std::terminate(); }
  };
  explicit Generator(std::coroutine_handle<promise_type> h) : handle(h) { /*guard 7*/
#line 20 "input.cc"
                                                                         }
  Generator(Generator&& other) noexcept : handle(std::exchange(other.handle, {})) { /*guard 8*/
#line 21 "input.cc"
                                                                                   }
  Generator& operator=(Generator&&) = delete;
  ~Generator() { /*guard 9*/
#line 23 "input.cc"
                 if (handle) handle.destroy(); }
  bool Next() { /*guard 10*/
#line 24 "input.cc"
                handle.resume(); return !handle.done(); }
  std::coroutine_handle<promise_type> handle;
};

int Helper(int n) { /*guard 11*/
#line 28 "input.cc"
                    return n * 2; }
Generator Count(int n) {
  const auto scaled = [](int i) { /*guard 12*/
#line 30 "input.cc"
                                  return Helper(i); };
  for (int i = 0; i < n; ++i) co_yield scaled(i);
}
auto lambda = [](int n) -> Generator { co_yield n; co_yield n + 1; };
struct Ready {
  bool await_ready() const { /*guard 13*/
#line 35 "input.cc"
                             return false; }
  bool await_suspend(std::coroutine_handle<>) { /*guard 14*/
#line 36 "input.cc"
                                                return false; }
  int await_resume() { /*guard 15*/
#line 37 "input.cc"
                       return 5; }
};
Generator Waits() { co_yield co_await Ready(); }
template <typename T> Generator Of(T t) { co_yield static_cast<int>(t); }

}  // namespace

void Run();
void Run() { /*guard 16*/
  for (Generator g = Count(3); g.Next();) std::printf("%d ", g.handle.promise().value);
  for (Generator g = lambda(7); g.Next();) std::printf("%d ", g.handle.promise().value);
  for (Generator g = Waits(); g.Next();) std::printf("%d ", g.handle.promise().value);
  for (Generator g = Of(2.5); g.Next();) std::printf("%d ", g.handle.promise().value);
  std::puts("");
}
