#ifndef EVEN_H_
#define EVEN_H_
#include "odd.h"
SPANSMITH_SPAN("Even") inline bool Even(int value) { return value == 0 || (Odd(value - 1) && true); }
#endif  // EVEN_H_
