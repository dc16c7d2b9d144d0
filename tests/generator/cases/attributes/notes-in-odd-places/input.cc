// Notes at labels, cases, branches and loops without braces.
#include <spansmith/annotations.h>

#include <cstdio>

SPANSMITH_SPAN("Labels") static int Labels(int n) {
  if (n > 1) {
    SPANSMITH_NOTE(large, n);
  } else
    switch (n)
    default: SPANSMITH_NOTE(small, n);
  switch (n) {
    case 1: SPANSMITH_NOTE(one, true); break;
    case 2:
    default: SPANSMITH_EVENT("other", SPANSMITH_ATTR(n, n));
  }
  for (int i = 0; i < n; ++i) SPANSMITH_NOTE(i, i);
  if (n == 3) goto end;
  ++n;
end: SPANSMITH_NOTE(end, n);
  return n;
}

void Run();
void Run() {
  std::printf("%d %d %d\n", Labels(1), Labels(2), Labels(3));
}
