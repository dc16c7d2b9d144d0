#ifndef BOTH_H_
#define BOTH_H_
#include <spansmith/annotations.h>
#ifdef __clang__
#include "by_clang.h"
#else
#include "by_gcc.h"
#endif
SPANSMITH_SPAN("Both") inline int Both() { return kCompiler; }
constexpr const char* kRaw = R"(
#include "by_gcc.h"
)";
static_assert(kRaw[1] == '#' && kRaw[19] == '"', "a raw string is no directive");
#endif  // BOTH_H_
