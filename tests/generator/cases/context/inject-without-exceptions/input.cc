// Under -fno-exceptions no try is written: for injected context, names, links, parents and events.
// flags: -std=c++20 -fno-exceptions
#include <spansmith/annotations.h>

#include <cstdio>
#include <functional>
#include <string>

SPANSMITH_SPAN("All", SPANSMITH_NAME("All " + text), SPANSMITH_LINK(text), SPANSMITH_PARENT(text), SPANSMITH_ATTR(text, text))
static int All(const std::string& text) {
  std::string out;
  SPANSMITH_INJECT(out);
  SPANSMITH_EVENT("injected", SPANSMITH_ATTR(size, out.size()));
  return static_cast<int>(text.size());
}

static int Later(SPANSMITH_CARRY std::function<int()> task) { return task(); }

void Run();
void Run() { std::printf("%d\n", Later([] { return All("x"); })); }
