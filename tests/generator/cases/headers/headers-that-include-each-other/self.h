#ifndef SELF_H_
#define SELF_H_
#define SELF Self1
#include "self.h"
#undef SELF
#define SELF Self2
SPANSMITH_SPAN("Last") inline int SELF() { return Self1() + 1; }
#else
inline int SELF() { return 1; }
#endif
