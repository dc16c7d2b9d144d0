// A header with `#pragma once` that is reached by three names, one of them a symbolic link: it is one copy, seen once.
// flags: -std=c++17 -I include
#include "include/once.h"

#include <cstdio>
#include <once.h>

#include "link.h"
#include "user.h"

void Run();
void Run() { std::printf("%d %d\n", Once(1), User()); }
