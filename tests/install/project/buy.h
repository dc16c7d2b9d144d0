#pragma once

#include <spansmith/annotations.h>

namespace shop {

SPANSMITH_SPAN("Buy", SPANSMITH_ATTR(order.items, items))
int Buy(int items);

}  // namespace shop
