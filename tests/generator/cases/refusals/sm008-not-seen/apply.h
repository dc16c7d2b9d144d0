#pragma once
#if __has_builtin(__builtin_apply)
#include "applied.h"
#else
inline int Applied() { return 0; }
#endif
