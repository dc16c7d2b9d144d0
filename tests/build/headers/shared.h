// A header with annotated functions, above another one.
#pragma once
#include <spansmith/annotations.h>

#include "inner.h"

SPANSMITH_SPAN("Outer", SPANSMITH_ATTR(value, value))
inline int Outer(int value) {
  return Inner(value) + 1;
}
