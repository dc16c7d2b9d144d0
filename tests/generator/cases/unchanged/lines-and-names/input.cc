// __LINE__, __func__, __FILE__, assert's text and #line of the user's own are what they were.
#include <spansmith/annotations.h>

#include <cstdio>
#include <cstring>

SPANSMITH_SPAN("Where", SPANSMITH_ATTR(line, __LINE__), SPANSMITH_RETURN_ATTR(line, result))
static int Where(bool early) { if (early) return __LINE__;
  SPANSMITH_NOTE(noted, __LINE__); std::printf("%d %s %s\n", __LINE__, __func__, __FILE__);
  return __LINE__; }

#line 500 "generated from.y"
SPANSMITH_SPAN("Mapped", SPANSMITH_RETURN_ATTR(line, result))
static int Mapped() {
  return __LINE__;
}

void Run();
void Run() {
  std::printf("%d %d %d\n", Where(true), Where(false), Mapped());
  std::printf("%s %d\n", __FILE__, __LINE__);
}
