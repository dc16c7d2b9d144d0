#pragma once
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Shared")
inline int Shared(int x) { return x + 1; }

template <typename T>
SPANSMITH_SPAN("Largest")
T Largest(T a, T b) {
  return a < b ? b : a;
}
