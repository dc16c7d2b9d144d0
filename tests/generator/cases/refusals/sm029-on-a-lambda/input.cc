// A span annotation on a lambda.
#include <spansmith/annotations.h>

int One();
int One() {
  const auto lambda = []() SPANSMITH_SPAN("x") { return 1; };
  return lambda();
}
