#pragma once
#include <spansmith/annotations.h>

// Each source has its own.
SPANSMITH_SPAN("Own")
static inline int Own(int x) { return x - 1; }
