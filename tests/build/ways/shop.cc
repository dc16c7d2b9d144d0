#include "shop.h"

#include <cstdio>

SPANSMITH_SPAN("Buy", SPANSMITH_ATTR(order.items, items))
std::string Buy(int items) {
  std::string out = std::to_string(Price(items));
  if (items > 100) {
    out += " (many)";
  }
  for (int i = 0; i < items; ++i) {
    if (i == 7) out += "?";
  }
  return out + " apples";
}

int main() {
  std::printf("shop: %s\n", Buy(5).c_str());
  return 0;
}
