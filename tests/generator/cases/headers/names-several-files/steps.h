#if !defined(STEP)
#include "below.h"
#define PARAMETERS (1, 2, <steps.h>)
#define THIRD_OF(a, b, c) c
#define THIRD(all) THIRD_OF all
#define PART THIRD(PARAMETERS)
#define STEP 1
#if STEP < 3
#include "list.h"
#endif
#undef STEP
#define STEP 2
#include "list.h"
#undef STEP
#undef PART
SPANSMITH_SPAN("Steps") inline int Steps() { return Step1() + Step2() + Below(); }
#else
#define JOIN(a, b) a##b
#define NAME(number) JOIN(Step, number)
inline int NAME(STEP)() { return STEP; }
#undef NAME
#undef JOIN
#endif
