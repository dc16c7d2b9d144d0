#pragma once
#include <spansmith/annotations.h>

namespace shop {
SPANSMITH_SPAN("Kept") int Kept(int x);
SPANSMITH_SPAN("Lost") int Lost(int x);
}  // namespace shop
