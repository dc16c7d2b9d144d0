/*prologue*/
#line 1 "input.cc"
// What a header's text says of itself stays: __FILE__, __LINE__, __func__, the level and the order of includes, also in a
// header that a copy includes. An expression of an annotation is seen in its header.
#include "<work>/spansmith-headers/here.<hash>.h"

#include <cstdio>

constexpr int kAfter = __COUNTER__;

void Run();
void Run() {
  Here here;
  std::printf("%s:%d %s %d %d\n", here.Where().file, here.Where().line, here.Where().function, here.Where().level,
              here.Where().counter);
  std::printf("%s:%d %d\n", kNextFile, kNextLine, kAfter);
}
