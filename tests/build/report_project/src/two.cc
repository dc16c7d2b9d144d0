#include "shared.h"

namespace shop {
int Two(int x) { return Shared(x) + 2; }
}  // namespace shop
