// A declaration alone, and a function that is never to be instrumented, change nothing.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Elsewhere") int Elsewhere(int value);
SPANSMITH_IGNORE int Ignored(int value);
int Ignored(int value) { return value; }

void Run();
void Run() { Ignored(1); }
