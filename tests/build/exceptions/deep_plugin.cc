// A plugin that is opened with RTLD_DEEPBIND: what it throws goes past the throw hook of the program.
#include <stdexcept>

namespace {
struct Own {
  unsigned long a = 0x4141414141414141;  // no pointer to anything
  unsigned long b = 0x4242424242424242;
};
}  // namespace

extern "C" void spansmith_throw(int n);
void spansmith_throw(int n) {
  if (n == 1) throw std::out_of_range("deep");
  if (n == 2) throw Own();
  throw n;
}
