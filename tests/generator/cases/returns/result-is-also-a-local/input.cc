// `result` in a return attribute is the returned value, also where a local, a member and a string have that name.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

struct Outer {
  int result = 5;
};

SPANSMITH_SPAN("Sum", SPANSMITH_RETURN_ATTR(value, result), SPANSMITH_RETURN_ATTR(member, outer.result + result),
               SPANSMITH_RETURN_ATTR(text, std::string("result ") + (result > 0 ? "positive" : "not")))
static int Sum(const Outer& outer, int a) {
  const int result = outer.result + a;
  return result;
}

void Run();
void Run() { std::printf("%d\n", Sum(Outer(), 2)); }
