#pragma once
#include <spansmith/annotations.h>
SPANSMITH_SPAN("Inner") inline int Inner() { return 1; }
