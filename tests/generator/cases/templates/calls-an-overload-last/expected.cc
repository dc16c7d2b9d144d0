/*prologue*/
#line 1 "input.cc"
// A template that ends in a call of another function of its name does not call itself.
#include <spansmith/annotations.h>

#include <cstdio>

namespace {

struct Meta {
  int id = 0;
};
struct Etcd {
  Meta meta;
};

void SetOwner(int kind, const Meta& owner, Meta& child) { child.id = owner.id + kind; }

template <typename Owner, typename T>
SPANSMITH_SPAN("SetOwner")
void SetOwner(const Owner& owner, T& child) { /*guard 1*/
  SetOwner(1, owner.meta, child.meta);
}

}  // namespace

void Run();
void Run() {
  Etcd owner;
  Etcd child;
  SetOwner(owner, child);
  std::printf("%d\n", child.meta.id);
}
