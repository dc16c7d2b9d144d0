// An attribute may be an array: at entry, of the result, in a note and in an event.
#include <spansmith/annotations.h>

#include <array>
#include <cstdio>
#include <string>
#include <vector>

SPANSMITH_SPAN("Split", SPANSMITH_ATTR(text.parts, parts), SPANSMITH_RETURN_ATTR(text.sizes, result))
static std::vector<int> Split(const std::vector<std::string>& parts) {
  std::vector<int> sizes;
  for (const std::string& part : parts) sizes.push_back(static_cast<int>(part.size()));
  [[maybe_unused]] const std::array<bool, 2> flags{true, parts.empty()};
  SPANSMITH_NOTE(text.flags, flags);
  [[maybe_unused]] const double ratios[] = {0.5, 1};
  SPANSMITH_EVENT("split", SPANSMITH_ATTR(ratios, ratios));
  return sizes;
}

void Run();
void Run() { std::printf("%zu\n", Split({"a", "some text"}).size()); }
