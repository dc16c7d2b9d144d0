// A brace or a `return` that begins a line which a backslash continues begins, to Clang, with that backslash.
// flags: -std=c++17
#include <cstdio>
#include <initializer_list>
#include <optional>

#define DEFINE(name, less) \
static int name(int n) \
{ \
  return n - less; \
}
#define DIGRAPH(name) static int name(int n) \
<% \
return n; \
%>
#define FAIL_IF(condition) \
if (condition) \
{ \
return std::nullopt; \
}
#define LOCAL(value) \
const std::optional<int> local = value; \
return \
local;

namespace {

DEFINE(One, 1)
DEFINE(Two, 2)
DIGRAPH(Same)

int Written(int n) \
{ \
return n; \
}

int Lambda(int n) {
  const auto half = [](int value) \
{ return value / 2; };
  return half(n);
}

std::optional<int> Checked(int n) {
  FAIL_IF(n < 0)
  LOCAL(n)
}

}  // namespace

void Run();
void Run() {
  for (const int value : {One(3), Two(3), Same(3), Written(3), Lambda(3)}) std::printf("%d ", value);
  std::printf("%d\n", Checked(1).has_value() ? 1 : 0);
  std::printf("%d\n", Checked(-1).has_value() ? 1 : 0);
}
