#include "own.h"
#include "shared.h"

int Traced(int x);
int Traced(int x) { return Shared(x) + Largest(x, 3) + Own(x); }
