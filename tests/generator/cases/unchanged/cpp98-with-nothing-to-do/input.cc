// C++98 that includes the annotations and has nothing to instrument: as it stands, without a word.
// flags: -std=c++98
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Twice") int Twice(int x);

void Run();
void Run() {}
