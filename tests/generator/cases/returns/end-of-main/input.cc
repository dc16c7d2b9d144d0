// `main` that is left over its closing brace returns 0, and that is what is seen; nothing is put behind a `return`.
#include <spansmith/annotations.h>

#include <cstdio>

SPANSMITH_SPAN("main", SPANSMITH_RETURN_ATTR(exit.code, result))
int main(int argc, char**) {
  if (argc > 2) {
    return 2;
  }
  std::printf("%d\n", argc);
}
