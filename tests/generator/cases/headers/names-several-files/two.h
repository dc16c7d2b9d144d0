#pragma once
#include <spansmith/annotations.h>
SPANSMITH_SPAN("Two") inline int Two() { return 1; }
