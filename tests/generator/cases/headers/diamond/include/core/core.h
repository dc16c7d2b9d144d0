#ifndef CORE_H_
#define CORE_H_
#include <spansmith/annotations.h>
SPANSMITH_SPAN("Core", SPANSMITH_ATTR(value, value)) inline int Core(int value) { return value * 10; }
#endif  // CORE_H_
