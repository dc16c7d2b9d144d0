#pragma once

#include <spansmith/annotations.h>

#include <string>

SPANSMITH_SPAN("Price", SPANSMITH_RETURN_ATTR(price, result))
inline int Price(int items) { return items < 3 ? items : items + 2; }

std::string Buy(int items);
