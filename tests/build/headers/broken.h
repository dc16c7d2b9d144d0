// Wrong in a header: the compiler says so at this header's line.
#pragma once
#include <spansmith/annotations.h>
SPANSMITH_SPAN("Broken") inline int Broken(int value) { return value + no_such_name; }  // HERE
