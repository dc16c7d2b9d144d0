/*prologue*/
#line 1 "input.cc"
// An exception that is caught inside is no error of the span, also when another is in flight around it.
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <vector>

SPANSMITH_SPAN("Recovers")
static int Recovers() { /*guard 1*/
  try {
    return std::vector<int>().at(3);
  } catch (const std::out_of_range&) {
    return -1;
  }
}

struct Cleanup {
  ~Cleanup() { std::printf("%d\n", Recovers()); }
};

SPANSMITH_SPAN("Throws")
static void Throws() { /*guard 2*/
  const Cleanup cleanup;
  throw std::logic_error("bad state");
}

void Run();
void Run() {
  std::printf("%d\n", Recovers());
  try {
    Throws();
  } catch (const std::logic_error& error) {
    std::puts(error.what());
  }
}
