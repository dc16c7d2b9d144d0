/*prologue*/
#line 1 "input.cc"
// A header with `#pragma once` that is reached by three names, one of them a symbolic link: it is one copy, seen once.
// flags: -std=c++17 -I include
#include "<work>/spansmith-headers/once.<hash>.h"

#include <cstdio>
#include "<work>/spansmith-headers/once.<hash>.h"

#include "<work>/spansmith-headers/once.<hash>.h"
#include "<work>/spansmith-headers/user.<hash>.h"

void Run();
void Run() { std::printf("%d %d\n", Once(1), User()); }
