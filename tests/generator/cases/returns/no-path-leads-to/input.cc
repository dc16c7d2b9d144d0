// A return that no path leads to stays as it is: looked at, it would be code that is never executed, of which compilers warn
// where they do not of a `return` alone.
// flags: -std=c++17 -Wunreachable-code
#include <spansmith/annotations.h>

#include <cstdio>
#include <cstdlib>
#include <string>

struct Status {
  int number;
  bool ok() const { return number == 0; }
  int code() const { return number; }
};

SPANSMITH_SPAN("Loop", SPANSMITH_RETURN_ATTR(r, result)) static std::string Loop(int n) {
  for (;;) {
    if (n > 3) return std::to_string(n);
    ++n;
  }
  return "never";
}
SPANSMITH_SPAN("Both", SPANSMITH_RETURN_ATTR(r, result)) static int Both(int n) {
  if (n > 1) return 1; else return 2;
  return n;
}
SPANSMITH_SPAN("Aborts") static Status Aborts(int n) {
  Status status{n};
  if (n < 5) return status;
  std::abort();
  return status;
}
SPANSMITH_SPAN("Caught") static Status Caught(int n) {
  try {
    if (n > 1) throw n;
  } catch (int thrown) {
    return {thrown};
  }
  return {0};
}

void Run();
void Run() { std::printf("%s %d %d %d\n", Loop(1).c_str(), Both(1), Aborts(3).number, Caught(2).number); }
