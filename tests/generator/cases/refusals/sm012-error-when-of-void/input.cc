// A condition of the returned value where nothing is returned.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Nothing", SPANSMITH_ERROR_WHEN(result == 0)) void Nothing();
void Nothing() {}
