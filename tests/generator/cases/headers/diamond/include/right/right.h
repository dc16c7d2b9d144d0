#ifndef RIGHT_H_
#define RIGHT_H_
#include "../core/core.h"
#include "plain.h"
inline int Right() { return Core(kPlain); }
#endif  // RIGHT_H_
