/*prologue*/
#line 1 "input.cc"
// The request of a reconcile: by pointer, by accessor functions, from a base class; an explicit attribute wins.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

struct Key {
  std::string namespace_;
  std::string name;
};
struct Request : Key {};
class Accessors {
 public:
  std::string name() const { return "accessed"; }
  std::string ns() const { return "from"; }
};

SPANSMITH_RECONCILE("Cell") static int ByPointer(int attempt, const Request* request) { /*guard 1*/ if (sm_guard_1.sm_Recording()) { if (request != nullptr) try { sm_guard_1.sm_Attribute("k8s.namespace", (request->namespace_)); } catch (...) { sm_guard_1.sm_AttributeFailed("k8s.namespace"); } if (request != nullptr) try { sm_guard_1.sm_Attribute("k8s.name", (request->name)); } catch (...) { sm_guard_1.sm_AttributeFailed("k8s.name"); } }
  return attempt + static_cast<int>(request->name.size());
}
SPANSMITH_RECONCILE("Cell") static int ByAccessor(const Accessors& request) { /*guard 2*/ if (sm_guard_2.sm_Recording()) { try { sm_guard_2.sm_Attribute("k8s.namespace", (request.ns())); } catch (...) { sm_guard_2.sm_AttributeFailed("k8s.namespace"); } try { sm_guard_2.sm_Attribute("k8s.name", (request.name())); } catch (...) { sm_guard_2.sm_AttributeFailed("k8s.name"); } }
#line 21 "input.cc"
                                                                              return static_cast<int>(request.name().size()); }
SPANSMITH_RECONCILE("Cell", SPANSMITH_ATTR(k8s.name, key), SPANSMITH_ATTR(k8s.namespace, "given"))
static int ByKey(const std::string& key) { /*guard 3*/ if (sm_guard_3.sm_Recording()) {
#line 22 "input.cc"
 try { sm_guard_3.sm_Attribute("k8s.name", (
#line 22 "input.cc"
                                                     key)); } catch (...) { sm_guard_3.sm_AttributeFailed("k8s.name"); }
#line 22 "input.cc"
 try { sm_guard_3.sm_Attribute("k8s.namespace", (
#line 22 "input.cc"
                                                                                         "given")); } catch (...) { sm_guard_3.sm_AttributeFailed("k8s.namespace"); } }
#line 23 "input.cc"
                                           return static_cast<int>(key.size()); }
SPANSMITH_UPDATE_STATUS("Cell", SPANSMITH_ATTR(k8s.name, name)) static void Status(const char* name) { /*guard 4*/ if (sm_guard_4.sm_Recording()) {
#line 24 "input.cc"
 try { sm_guard_4.sm_Attribute("k8s.name", (
#line 24 "input.cc"
                                                         name)); } catch (...) { sm_guard_4.sm_AttributeFailed("k8s.name"); } }
#line 24 "input.cc"
                                                                                                       std::puts(name); }

void Run();
void Run() {
  Request request;
  request.namespace_ = "default";
  request.name = "cell-1";
  std::printf("%d %d %d\n", ByPointer(1, &request), ByAccessor(Accessors()), ByKey("k"));
  Status("cell-1");
}
