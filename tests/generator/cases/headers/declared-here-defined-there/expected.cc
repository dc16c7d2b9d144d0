/*prologue*/
#line 1 "input.cc"
// A class is annotated in one header; its definitions stand in another one, which holds no annotation.
#include "<work>/spansmith-headers/widget-inl.<hash>.h"

#include <cstdio>

void Run();
void Run() { std::printf("%d %d\n", Widget<int>().Turn(2), Plain(5)); }
