// One condition: several are joined by `||`. Exit attributes have keys.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Make", SPANSMITH_ERROR_WHEN(result < 0), SPANSMITH_ERROR_WHEN(result > 9)) int Make();
int Make() { return 1; }
SPANSMITH_SPAN("Fill", SPANSMITH_EXIT_ATTR(a, x), SPANSMITH_EXIT_ATTR(a, x + 1)) void Fill(int x);
void Fill(int x) { static_cast<void>(x); }
