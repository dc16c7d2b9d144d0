// An annotated definition in a header, for now; its declaration may be annotated.
#include "inline.h"

int Use();
int Use() { return Inline(1); }
