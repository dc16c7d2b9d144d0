#pragma once
#include <spansmith/annotations.h>
SPANSMITH_SPAN("Below") inline int Below() { return 10; }
