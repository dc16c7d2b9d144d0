// A header that goes on with #include_next is not copied: its place among the folders would be another.
// flags: -std=c++17 -I first -isystem second
#include <stdio.h>
#include <wrapped.h>

void Run();
void Run() { printf("%d\n", Wrapped()); }
