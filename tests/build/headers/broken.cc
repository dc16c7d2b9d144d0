#include "broken.h"

int UseBroken();
int UseBroken() { return Broken(1); }
