// Every type that an attribute may have: booleans, characters, integers, floating point, enums, strings, optionals.
#include <spansmith/annotations.h>

#include <cstdint>
#include <cstdio>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

enum Level { kLow = 1, kHigh = 2 };

SPANSMITH_SPAN("Types", SPANSMITH_ATTR(bool, flag), SPANSMITH_ATTR(char, 'c'), SPANSMITH_ATTR(int, value),
               SPANSMITH_ATTR(unsigned.big, std::numeric_limits<std::uint64_t>::max()),
               SPANSMITH_ATTR(long.small, std::numeric_limits<std::int64_t>::min()), SPANSMITH_ATTR(double, 0.5),
               SPANSMITH_ATTR(float, 1.5F), SPANSMITH_ATTR(enum, level), SPANSMITH_ATTR(literal, "text"),
               SPANSMITH_ATTR(string, text), SPANSMITH_ATTR(view, std::string_view(text).substr(1)),
               SPANSMITH_ATTR(optional.set, std::optional<int>(value)), SPANSMITH_ATTR(optional.unset, std::optional<std::string>()),
               SPANSMITH_ATTR(comma, std::max<int>(value, 7)))
static int Types(bool flag, int value, Level level, const std::string& text) {
  return flag ? value : level + static_cast<int>(text.size());
}

void Run();
void Run() { std::printf("%d\n", Types(true, 3, kHigh, "h\xc3\xa9llo, {world}")); }
