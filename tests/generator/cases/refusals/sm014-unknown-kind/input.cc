// A span kind that does not exist.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Call", SPANSMITH_KIND(cleint)) int Call();
int Call() { return 1; }
