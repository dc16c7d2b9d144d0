#include "shared.h"

int main() { return Shared(1); }
