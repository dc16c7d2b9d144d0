// An attribute expression that throws loses that attribute alone; the function and its other attributes go on.
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <string>

int Bad();
int Bad() { throw std::runtime_error("no value"); }

SPANSMITH_SPAN("Goes on", SPANSMITH_ATTR(bad, value + Bad()), SPANSMITH_ATTR(good, value))
static int GoesOn(int value) {
  SPANSMITH_NOTE(letter, std::string("abc").at(static_cast<std::size_t>(value)));
  return value;
}

void Run();
void Run() { std::printf("%d %d\n", GoesOn(1), GoesOn(9)); }
