#pragma once
#include <spansmith/annotations.h>
SPANSMITH_SPAN("One") inline int One() { return 1; }
