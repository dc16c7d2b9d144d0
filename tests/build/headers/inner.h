// The header below.
#pragma once
#include "plain.h"
template <typename T>
SPANSMITH_SPAN("Inner({T})")
T Inner(T value) {
  return value + kPlain;
}
