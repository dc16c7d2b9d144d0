// An include whose name is a macro, and __has_include of a header beside a header.
#define HEADER "impl/impl.h"
#include HEADER  // by its macro

#include <cstdio>

void Run();
void Run() { std::printf("%d %d\n", Impl(), kFound); }
