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
    Generator get_return_object() { return Generator(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int v) { value = v; return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  explicit Generator(std::coroutine_handle<promise_type> h) : handle(h) {}
  Generator(Generator&& other) noexcept : handle(std::exchange(other.handle, {})) {}
  Generator& operator=(Generator&&) = delete;
  ~Generator() { if (handle) handle.destroy(); }
  bool Next() { handle.resume(); return !handle.done(); }
  std::coroutine_handle<promise_type> handle;
};

int Helper(int n) { return n * 2; }
Generator Count(int n) {
  const auto scaled = [](int i) { return Helper(i); };
  for (int i = 0; i < n; ++i) co_yield scaled(i);
}
auto lambda = [](int n) -> Generator { co_yield n; co_yield n + 1; };
struct Ready {
  bool await_ready() const { return false; }
  bool await_suspend(std::coroutine_handle<>) { return false; }
  int await_resume() { return 5; }
};
Generator Waits() { co_yield co_await Ready(); }
template <typename T> Generator Of(T t) { co_yield static_cast<int>(t); }

}  // namespace

void Run();
void Run() {
  for (Generator g = Count(3); g.Next();) std::printf("%d ", g.handle.promise().value);
  for (Generator g = lambda(7); g.Next();) std::printf("%d ", g.handle.promise().value);
  for (Generator g = Waits(); g.Next();) std::printf("%d ", g.handle.promise().value);
  for (Generator g = Of(2.5); g.Next();) std::printf("%d ", g.handle.promise().value);
  std::puts("");
}
