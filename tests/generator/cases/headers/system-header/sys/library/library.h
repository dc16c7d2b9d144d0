#pragma once
#include <spansmith/annotations.h>

#include "detail.h"

namespace library {
SPANSMITH_SPAN("Narrow", SPANSMITH_ATTR(value, value)) inline int Narrow(double value) {
  int unused;
  int value_of = value;
  return detail::Same(value_of);
}
}  // namespace library
