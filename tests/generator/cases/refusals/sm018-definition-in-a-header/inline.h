#ifndef INLINE_H_
#define INLINE_H_
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Inline") inline int Inline(int value) { return value; }
#endif  // INLINE_H_
