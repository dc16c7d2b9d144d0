/*prologue*/
#line 1 "input.cc"
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
bool Delete(Store& store, int key) { /*guard 1*/
  { bool sm_r_1 = 
#line 20 "input.cc"
         store.Delete(T::kKind, key); if (sm_guard_1.sm_Recording()) {
#line 18 "input.cc"
 try { sm_guard_1.sm_Attribute("found", (
#line 18 "input.cc"
                                                      sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("found"); } } return sm_r_1; }
#line 21 "input.cc"
}

template <typename T>
SPANSMITH_SPAN("Name", SPANSMITH_RETURN_ATTR(length, result.size()))
std::string Name(Store& store) { /*guard 2*/
  if (T::kKind == 0) { ::std::string sm_r_2 = 
#line 26 "input.cc"
                            {}; if (sm_guard_2.sm_Recording()) {
#line 24 "input.cc"
 try { sm_guard_2.sm_Attribute("length", (
#line 24 "input.cc"
                                                     sm_r_2.size())); } catch (...) { sm_guard_2.sm_AttributeFailed("length"); } } return sm_r_2; }
#line 27 "input.cc"
  { ::std::string sm_r_2 = 
#line 27 "input.cc"
         store.Name(T::kKind); if (sm_guard_2.sm_Recording()) {
#line 24 "input.cc"
 try { sm_guard_2.sm_Attribute("length", (
#line 24 "input.cc"
                                                     sm_r_2.size())); } catch (...) { sm_guard_2.sm_AttributeFailed("length"); } } return sm_r_2; }
#line 28 "input.cc"
}

template <typename T>
SPANSMITH_SPAN("Slot", SPANSMITH_RETURN_ATTR(slot, result))
std::string& Slot(Store& store) { /*guard 3*/
  { ::std::string & sm_r_3 = 
#line 33 "input.cc"
         store.Slot(T::kKind); if (sm_guard_3.sm_Recording()) {
#line 31 "input.cc"
 try { sm_guard_3.sm_Attribute("slot", (
#line 31 "input.cc"
                                                   sm_r_3)); } catch (...) { sm_guard_3.sm_AttributeFailed("slot"); } } return sm_r_3; }
#line 34 "input.cc"
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
