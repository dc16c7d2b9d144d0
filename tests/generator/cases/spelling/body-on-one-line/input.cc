// What follows an insertion on its line keeps its line and column, comments and tabs included.
#include <spansmith/annotations.h>

void Run();
SPANSMITH_SPAN("Inc")
static int Inc(int value) {	/* kept */ return value + 1; }  // kept
SPANSMITH_SPAN("Empty") static void Empty() {}
void Run() { Inc(1); Empty(); }
