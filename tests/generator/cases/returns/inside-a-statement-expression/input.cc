// A return inside a statement expression that is itself returned: nothing shadows.
// flags: -Wno-gnu-statement-expression-from-macro-expansion -Wno-gnu-statement-expression
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

SPANSMITH_SPAN("length", SPANSMITH_RETURN_ATTR(length, result.size()))
static std::string Chosen(int n) {
  return __extension__({
    if (n == 0) return std::string("inner");
    const std::string local = "local";
    if (n == 1) return local;
    std::string(__extension__({
      if (n == 2) return std::string("innermost");
      "outer";
    }));
  });
}

void Run();
SPANSMITH_SPAN("Run") void Run() {
  for (int n = 0; n < 4; ++n) std::printf("%s\n", Chosen(n).c_str());
}
