#ifndef ODD_H_
#define ODD_H_
#include <spansmith/annotations.h>
inline bool Odd(int value);
#include "even.h"
SPANSMITH_SPAN("Odd", SPANSMITH_ATTR(value, value)) inline bool Odd(int value) { return value != 0 && Even(value - 1) && true; }
#endif  // ODD_H_
