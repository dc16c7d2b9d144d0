#include "shared.h"

namespace shop {
int Get(int x);
int Loop(int x);
int One(int x) { return Shared(x) + Constant(x) + Get(x); }
int Get(int x) { return x; }
int Loop(int x) {
  if (x == 0) return 0;
  return Loop(x - 1);
}

struct Local {
  void Run() { One(Loop(1)); }
};
void Use();
int Ignored(int x);
}  // namespace shop

int shop::Ignored(int x) { return One(x); }
namespace outside {
int Nothing() { return shop::Ignored(1); }
}  // namespace outside
