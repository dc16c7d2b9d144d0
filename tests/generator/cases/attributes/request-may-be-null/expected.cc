/*prologue*/
#line 1 "input.cc"
// A null request pointer is not followed: the attributes are left away.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

struct Request {
  std::string ns = "default";
  std::string name = "a";
};
SPANSMITH_RECONCILE("Cell") static int Reconcile(const Request* request) { /*guard 1*/ if (sm_guard_1.sm_Recording()) { if (request != nullptr) try { sm_guard_1.sm_Attribute("k8s.namespace", (request->ns)); } catch (...) { sm_guard_1.sm_AttributeFailed("k8s.namespace"); } if (request != nullptr) try { sm_guard_1.sm_Attribute("k8s.name", (request->name)); } catch (...) { sm_guard_1.sm_AttributeFailed("k8s.name"); } }
#line 11 "input.cc"
                                                                           return request != nullptr ? 1 : 0; }

void Run();
void Run() {
  const Request request;
  std::printf("%d\n", Reconcile(nullptr) + Reconcile(&request));
}
