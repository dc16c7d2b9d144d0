// Notes as statements: under if and else, in loops, in templates; evaluated where they stand.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

SPANSMITH_SPAN("Notes")
static int Notes(int value) {
  int local = value;
  if (value > 1) { SPANSMITH_NOTE(branch, "many"); } else { SPANSMITH_NOTE(branch, "few"); }
  for (; local < 10; ++local) { SPANSMITH_NOTE(last, local); }
  SPANSMITH_NOTE(text, std::string(3, 'x') +
                           "y");
  return local;
}

template <typename T>
SPANSMITH_SPAN("Generic") T Generic(T value) {
  const T doubled = value + value;
  SPANSMITH_NOTE(doubled, doubled);
  return doubled;
}

void Run();
void Run() {
  std::printf("%d %d\n", Notes(1), Notes(5));
  std::printf("%d %s\n", Generic(2), Generic(std::string("ab")).c_str());
}
