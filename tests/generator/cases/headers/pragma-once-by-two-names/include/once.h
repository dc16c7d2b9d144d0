#pragma once
#include <spansmith/annotations.h>
struct OnlyOne {};
SPANSMITH_SPAN("Once") inline int Once(int value) { return value; }
