// Includes no header with annotations: it is compiled as it stands.
#include "plain.h"

int Unrelated();
int Unrelated() { return kPlain; }
