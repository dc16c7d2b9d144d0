#include "annotated.h"

namespace shop {
SPANSMITH_SPAN("Good")
int Good(int x) { return x; }
SPANSMITH_SPAN("Constant")
constexpr int Constant(int x) { return x; }
int Kept(int x) { return x + 1; }
}  // namespace shop
