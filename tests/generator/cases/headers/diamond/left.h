#ifndef LEFT_H_
#define LEFT_H_
#include <core/core.h>
inline int Left() { return Core(2); }
#endif  // LEFT_H_
