#pragma GCC system_header
#include <spansmith/annotations.h>
#include_next <wrapped.h>
SPANSMITH_SPAN("Wrapped") inline int Wrapped() { return kWrapped; }
