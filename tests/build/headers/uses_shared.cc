#include "shared.h"

int UseShared();
int UseShared() { return Outer(1); }
