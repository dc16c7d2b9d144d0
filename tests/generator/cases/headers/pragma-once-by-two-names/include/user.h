#pragma once
#include "once.h"
inline int User() { return Once(2); }
