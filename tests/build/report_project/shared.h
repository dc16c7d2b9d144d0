#pragma once

namespace shop {
int Deep(int x);
inline int Shared(int x) { return Deep(x) + 1; }

constexpr int Constant(int x) {
  int y = x;
  return y * 2;
}
}  // namespace shop
