/*prologue*/
#line 1 "input.cc"
// Rules reach the project's own headers, templates there and members in their classes, as annotations do.
// annotations: off
// same-spans: annotations
#include "<work>/spansmith-headers/store.<hash>.h"

namespace {

struct Etcd {};

}  // namespace

void Run();
void Run() {
  const shop::Store store{"a"};
  store.Get<Etcd>(7);
  shop::Free();
}
