// The copy's folder does not exist: said, and nothing is compiled.
#include <spansmith/annotations.h>
// output: missing/folder/input.o

SPANSMITH_SPAN("Fine") int Fine(int value);
int Fine(int value) { return value; }
