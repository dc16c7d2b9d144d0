#ifndef IMPL_H_
#define IMPL_H_
#include <spansmith/annotations.h>
#if __has_include("more.h") && !__has_include("less.h")
#define MORE "more.h"
#include MORE
#else
constexpr int kFound = 0;
#endif
SPANSMITH_SPAN("Impl") inline int Impl() { return kFound; }
#endif  // IMPL_H_
