// std::expected and std::unexpected, in each form of a return.
// flags: -std=c++23
// compilers: g++
#include <spansmith/annotations.h>

#include <cstdio>
#include <expected>
#include <string>
#include <system_error>

enum class Errc { kTimeout = 3 };

template <typename T>
SPANSMITH_SPAN("Parse")
std::expected<T, Errc> Parse(int way) {
  if (way == 0) return T();
  if (way == 1) return std::unexpected(Errc::kTimeout);
  std::unexpected<Errc> error(Errc::kTimeout);
  if (way == 2) return error;
  std::expected<T, Errc> out = std::unexpected(Errc::kTimeout);
  return out;
}
SPANSMITH_SPAN("Load") static std::expected<std::string, std::error_code> Load(bool good) {
  if (good) return "text";
  return std::unexpected(std::make_error_code(std::errc::connection_refused));
}
SPANSMITH_SPAN("Store") static std::expected<void, std::string> Store(bool good) {
  if (!good) return std::unexpected("full");
  return {};
}

void Run();
void Run() {
  for (int way = 0; way < 4; ++way) std::printf("%d", Parse<int>(way).has_value());
  std::printf(" %d%d %d%d\n", Load(true).has_value(), Load(false).has_value(), Store(true).has_value(),
              Store(false).has_value());
}
