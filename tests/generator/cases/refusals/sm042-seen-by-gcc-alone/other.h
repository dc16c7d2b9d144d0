#pragma once
#if __has_builtin(__builtin_apply)
#include <once.h>
#endif
