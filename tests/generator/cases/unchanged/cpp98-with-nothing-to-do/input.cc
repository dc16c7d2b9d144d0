// C++14 that includes the annotations and has nothing to instrument: as it stands, without a word.
// flags: -std=c++14
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Twice") int Twice(int x);

void Run();
void Run() {}
