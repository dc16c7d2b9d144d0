#include "annotated.h"

int shop::Lost(int x) { return x - 1; }
