// Code older than C++17 is compiled as it stands, with a warning.
// flags: -std=c++11
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Twice") int Twice(int x);
int Twice(int x) { return x * 2; }

void Run();
void Run() { Twice(2); }
