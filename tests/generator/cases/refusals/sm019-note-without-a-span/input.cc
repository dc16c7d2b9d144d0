// Notes in a function without a span, and in a lambda, whose body is its own.
#include <spansmith/annotations.h>

int Plain(int value);
int Plain(int value) {
  SPANSMITH_NOTE(value, value);
  return value;
}

SPANSMITH_SPAN("Outer") int Outer(int value);
int Outer(int value) {
  const auto inner = [value] {
    SPANSMITH_NOTE(inner, value);
    return value;
  };
  return inner();
}
