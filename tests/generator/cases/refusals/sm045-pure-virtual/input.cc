// A pure virtual function has nothing to trace, and what overrides it has no annotation: a warning. One whose body
// stands behind its class has a span.
#include <spansmith/annotations.h>

namespace shop {

struct Store {
  virtual ~Store() = default;
  SPANSMITH_SPAN("Get") virtual int Get(int key) = 0;
  SPANSMITH_SPAN("Close") virtual int Close() = 0;
};

int Store::Close() { return 0; }

struct Memory : Store {
  int Get(int key) override { return key; }
  int Close() override { return Store::Close(); }
};

}  // namespace shop

void Run() {
  shop::Memory memory;
  memory.Get(0);
  memory.Close();
}
