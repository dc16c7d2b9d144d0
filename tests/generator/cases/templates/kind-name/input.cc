// `{T}` is the kind of a template parameter: a specialisation, T::kKind, or the type's own name; of a class's parameter too.
#include <spansmith/annotations.h>
#include <spansmith/kind_name.h>

#include <cstdio>
#include <string>
#include <vector>

namespace api {
struct Etcd {
  static constexpr const char* kKind = "Etcd";
};
struct StatefulSet {};
struct Svc {};
}  // namespace api

template <>
inline constexpr spansmith::KindText spansmith::KindName<api::Svc> = "Service";

template <typename T>
SPANSMITH_SPAN("Get({T})", SPANSMITH_ATTR(count, count), SPANSMITH_RETURN_ATTR(size, result.size()))
std::vector<T> Get(std::size_t count) {
  std::vector<T> out(count);
  return out;
}

template <typename Object>
class Store {
 public:
  SPANSMITH_SPAN("Put({Object})") int Put() { return ++puts_; }

 private:
  int puts_ = 0;
};

void Run();
void Run() {
  std::printf("%zu %zu %zu\n", Get<api::Etcd>(1).size(), Get<api::StatefulSet>(2).size(), Get<api::Svc>(3).size());
  Store<api::Etcd> store;
  std::printf("%d\n", store.Put());
}
