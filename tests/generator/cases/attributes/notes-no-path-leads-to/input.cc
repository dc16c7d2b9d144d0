// Notes, events and injections that no path leads to: behind a switch that returns in every case, behind an endless loop,
// behind what does not return. They stay nothing, without the warning that the function's end is reached; one in a handler
// is reached.
#include <spansmith/annotations.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

enum class Color { kRed, kBlue };

SPANSMITH_SPAN("Behind", SPANSMITH_RETURN_ATTR(r, result)) static int Behind(Color color) {
  switch (color) {
    case Color::kRed: return 1;
    case Color::kBlue: return 2;
    default: std::abort();
  }
  SPANSMITH_NOTE(never, 1);
}
SPANSMITH_SPAN("Endless") static int Endless(int n) {
  static std::string target;
  for (;;) {
    if (n > 3) return n;
    ++n;
  }
  SPANSMITH_EVENT("never", SPANSMITH_ATTR(n, n));
  SPANSMITH_ERROR_TEXT("never");
  SPANSMITH_INJECT(target);
}
[[noreturn]] SPANSMITH_SPAN("Throws") static void Throws(int n) {
  SPANSMITH_NOTE(n, n);
  throw std::runtime_error("always " + std::to_string(n));
  SPANSMITH_NOTE(never, n);
}
SPANSMITH_SPAN("Handles") static int Handles(int n) {
  try {
    Throws(n);
  } catch (const std::exception& error) {
    std::puts(error.what());
    SPANSMITH_NOTE(caught, error.what());
    return n;
  }
}

void Run();
void Run() {
  std::printf("%d %d %d %d\n", Behind(Color::kRed), Behind(Color::kBlue), Endless(1), Handles(2));
}
