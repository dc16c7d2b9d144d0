/*prologue*/
#line 1 "input.cc"
// An include whose name is a macro, and __has_include of a header beside a header.
#define HEADER "impl/impl.h"
#include "<work>/spansmith-headers/impl.<hash>.h"
#ifdef HEADER
#endif
#line 3 "input.cc"
  // by its macro

#include <cstdio>

void Run();
void Run() { std::printf("%d %d\n", Impl(), kFound); }
