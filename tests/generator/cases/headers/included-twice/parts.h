#include <spansmith/annotations.h>
#if PART == 1
SPANSMITH_SPAN("First") inline int First() { return PART; }
#else
SPANSMITH_SPAN("Second") inline int Second() { return PART; }
#endif
