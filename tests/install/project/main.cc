#include "buy.h"

int main() { return shop::Buy(3) == 6 ? 0 : 1; }
