// In a template, a returned expression that depends on T is observed where the returned type does not.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>
#include <utility>

namespace {

struct Store {
  bool Delete(int kind, int key) { return kind == key; }
  std::string Name(int kind) { return "kind-" + std::to_string(kind); }
  std::string& Slot(int) { return slot; }
  std::string slot = "slot";
};

template <typename T>
SPANSMITH_SPAN("Delete", SPANSMITH_RETURN_ATTR(found, result))
bool Delete(Store& store, int key) {
  return store.Delete(T::kKind, key);
}

template <typename T>
SPANSMITH_SPAN("Name", SPANSMITH_RETURN_ATTR(length, result.size()))
std::string Name(Store& store) {
  if (T::kKind == 0) return {};
  return store.Name(T::kKind);
}

template <typename T>
SPANSMITH_SPAN("Slot", SPANSMITH_RETURN_ATTR(slot, result))
std::string& Slot(Store& store) {
  return store.Slot(T::kKind);
}

struct Etcd {
  static constexpr int kKind = 7;
};
struct None {
  static constexpr int kKind = 0;
};

}  // namespace

void Run();
void Run() {
  Store store;
  std::printf("%d %d\n", Delete<Etcd>(store, 7), Delete<Etcd>(store, 8));
  std::printf("%s,%s\n", Name<Etcd>(store).c_str(), Name<None>(store).c_str());
  Slot<Etcd>(store) += "-changed";
  std::printf("%s\n", store.slot.c_str());
}
