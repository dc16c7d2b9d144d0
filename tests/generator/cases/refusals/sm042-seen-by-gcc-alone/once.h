#pragma once
#include <spansmith/annotations.h>
SPANSMITH_SPAN("Once") inline int Once() { return 1; }
