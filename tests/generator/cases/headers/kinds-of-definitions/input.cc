// Annotated definitions in a header: inline, static, members in their class and out of it, templates, friends, by a macro.
#include "store.h"

#include <cstdio>
#include <stdexcept>

void Run();
void Run() {
  std::printf("%d %d\n", store::Twice(4), store::Thrice(4));
  store::Store<store::Etcd> store(7);
  std::printf("%d %d %d\n", store.Count(), store.Put(3), Total(store));
  std::printf("%zu %zu\n", store::List<store::Etcd>(2).size(), store::List<store::Service>(0).size());
  std::printf("%d\n", store::Reconciler().Reconcile({"default", "example"}));
  try {
    store::Fail(true);
  } catch (const std::runtime_error& error) {
    std::printf("%s\n", error.what());
  }
}
