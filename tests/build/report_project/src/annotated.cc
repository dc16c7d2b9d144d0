#include <spansmith/annotations.h>

namespace shop {
SPANSMITH_SPAN("Good")
int Good(int x) { return x; }
SPANSMITH_SPAN("Constant")
constexpr int Constant(int x) { return x; }
}  // namespace shop
