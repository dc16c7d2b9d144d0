/*prologue*/
#line 1 "input.cc"
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
std::vector<T> Get(std::size_t count) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 21 "input.cc"
 try { sm_guard_1.sm_Attribute("count", (
#line 21 "input.cc"
                                                 count)); } catch (...) { sm_guard_1.sm_AttributeFailed("count"); } }
#line 23 "input.cc"
  std::vector<T> out(count);
  { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = out; static_cast<void>(sm_r_1);
#line 21 "input.cc"
 try { sm_guard_1.sm_Attribute("size", (
#line 21 "input.cc"
                                                                                     sm_r_1.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("size"); } } 
#line 24 "input.cc"
  return out; }
}

template <typename Object>
class Store {
 public:
  SPANSMITH_SPAN("Put({Object})") int Put() { /*guard 2*/
#line 30 "input.cc"
                                              return ++puts_; }

 private:
  int puts_ = 0;
};

void Run();
void Run() {
  std::printf("%zu %zu %zu\n", Get<api::Etcd>(1).size(), Get<api::StatefulSet>(2).size(), Get<api::Svc>(3).size());
  Store<api::Etcd> store;
  std::printf("%d\n", store.Put());
}
