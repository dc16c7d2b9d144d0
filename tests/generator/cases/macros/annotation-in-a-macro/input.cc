// A project's own macro may hold a span annotation, or an option of one; a returned expression may use macros.
#include <spansmith/annotations.h>

#include <cstdio>

#define TRACED(name, ...) SPANSMITH_SPAN(name, SPANSMITH_ATTR(input, value) __VA_OPT__(, ) __VA_ARGS__)
#define DOUBLED SPANSMITH_RETURN_ATTR(doubled, result * 2)
#define TWICE(x) ((x) + (x))
// flags: -std=c++20

TRACED("First")
static int First(int value) { return TWICE(value); }

TRACED("Second", DOUBLED)
static int Second(int value) { return TWICE(value + 1); }

SPANSMITH_SPAN("Third", DOUBLED)
static int Third(int value) {
  return value;
}

void Run();
void Run() { std::printf("%d %d %d\n", First(1), Second(2), Third(3)); }
