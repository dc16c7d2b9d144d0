// A span annotation on a lambda stands behind its introducer: generic, mutable, noexcept, without parameters, nested.
// flags: -Wno-attributes
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <string>

template <typename... T>
static int Sum(T... values) {
  return [values...] SPANSMITH_SPAN("sum", SPANSMITH_ATTR(n, sizeof...(values))) { return (0 + ... + values); }();
}

void Run();
SPANSMITH_SPAN("Run") void Run() {
  int count = 0;
  const auto plain = [] SPANSMITH_SPAN("plain", SPANSMITH_RETURN_ATTR(r, result)) (int x) noexcept { return x + 1; };
  auto changing = [count] SPANSMITH_SPAN("mutable") () mutable -> int { return ++count; };
  const auto generic = [&] SPANSMITH_SPAN("generic", SPANSMITH_ATTR(size, text.size())) (const auto& text) {
    SPANSMITH_NOTE(count, count);
    const auto inner = [&count] SPANSMITH_SPAN("inner") { ++count; };
    inner();
    return text;
  };
  const int values[] = {plain(1), changing(), changing(), Sum(1, 2, 3)};
  std::printf("%d %d %d %d %s\n", values[0], values[1], values[2], values[3], generic(std::string("text")).c_str());
  try {
    [] SPANSMITH_SPAN("throws", SPANSMITH_ERROR_TEXT("failed")) { throw std::runtime_error("no"); }();
  } catch (const std::exception& error) {
    std::printf("%s %d\n", error.what(), count);
  }
}
