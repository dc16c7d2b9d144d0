#pragma once
#include "inner.h"
SPANSMITH_SPAN("Forced") inline int Forced() { return Inner(); }
