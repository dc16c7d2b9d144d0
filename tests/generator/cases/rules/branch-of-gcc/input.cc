// Under conditions on the compiler the branch that it compiles has the spans, and no other is in the report.
// compilers: g++
// report: compared
#include "by_compiler.h"

#ifndef __has_feature
#define __has_feature(name) 0
#define NO_FEATURES 1
#endif

#include <cstdio>

#if __has_feature(cxx_alignas)
static int Kept() { return 1; }
#else
static int Kept() { return 2; }
#endif

#if defined(__clang__)
static int Name() { return 1; }
#elif __GNUC__ >= 10
static int Name() { return 2; }
#else
static int Name() { return 3; }
#endif

#if !defined(NO_FEATURES)
static int Features() { return Name(); }
#elif defined(__cpp_concepts)
static int Features() { return Name() - 1; }
#elif __cplusplus > 201402L
static int Features() { return Name() + Twice(2); }
#endif

void Run();
void Run() { std::printf("%d %d %d\n", Kept(), Features(), __GNUC__ > 4); }
