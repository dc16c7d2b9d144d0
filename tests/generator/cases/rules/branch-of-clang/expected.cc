/*prologue*/
#line 1 "input.cc"
// Under conditions on the compiler the branch that it compiles has the spans, and no other is in the report.
// compilers: clang++
// report: compared
#include "<work>/spansmith-headers/by_compiler.<hash>.h"

#include <cstdio>

#if defined(__clang__)
static int Name() { /*guard 1*/
#line 9 "input.cc"
                    return 1; }
#elif __GNUC__ >= 10
static int Name() { return 2; }
#else
static int Name() { return 3; }
#endif

#ifdef __has_feature
static int Features() { /*guard 2*/
#line 17 "input.cc"
                        return Name(); }
#elif defined(__cpp_concepts)
static int Features() { return Name() - 1; }
#elif __cplusplus > 201402L
static int Features() { return Name() + Twice(2); }
#endif

void Run();
void Run() { /*guard 3*/
#line 25 "input.cc"
             std::printf("%d %d\n", Features(), __GNUC__ > 4); }
