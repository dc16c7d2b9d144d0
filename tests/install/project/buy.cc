#include "buy.h"

int shop::Buy(int items) { return items * 2; }
