#include <generated.h>

int UseGenerated();
int UseGenerated() { return Generated(); }
