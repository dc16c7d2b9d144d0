/*prologue*/
#line 1 "input.cc"
// A macro of the user's that gives a span all its options, and one that takes more of them.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>
#include <vector>

#define KUBE_RECONCILE(kind)                                                                                \
  SPANSMITH_RECONCILE(kind, SPANSMITH_NAME(std::string("Reconcile ") + kind), SPANSMITH_LINK(req.triggers), \
                      SPANSMITH_ATTR(k8s.reconcile.reason, req.reason), SPANSMITH_RETURN_ATTR(writes, result))
#define KUBE_RECONCILE_WITH(kind, ...) \
  SPANSMITH_SCOPE("kube") SPANSMITH_RECONCILE(kind, SPANSMITH_LINK(req.triggers), __VA_ARGS__)

struct Request {
  std::string ns;
  std::string name;
  std::string reason;
  std::vector<std::string> triggers;
};

KUBE_RECONCILE("Etcd") static int ReconcileEtcd(const Request& req) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 21 "input.cc"
 try { sm_guard_1.sm_Name((
#line 21 "input.cc"
std::string("Reconcile ") + "Etcd")); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_NAME"); }
#line 21 "input.cc"
 try { sm_guard_1.sm_Link((
#line 21 "input.cc"
req.triggers)); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_LINK"); } try { sm_guard_1.sm_Attribute("k8s.namespace", (req.ns)); } catch (...) { sm_guard_1.sm_AttributeFailed("k8s.namespace"); } try { sm_guard_1.sm_Attribute("k8s.name", (req.name)); } catch (...) { sm_guard_1.sm_AttributeFailed("k8s.name"); }
#line 21 "input.cc"
 try { sm_guard_1.sm_Attribute("k8s.reconcile.reason", (
#line 21 "input.cc"
req.reason)); } catch (...) { sm_guard_1.sm_AttributeFailed("k8s.reconcile.reason"); } }
#line 21 "input.cc"
                                                                      { auto sm_r_1 = 
#line 21 "input.cc"
                                                                             static_cast<int>(req.name.size()); if (sm_guard_1.sm_Recording()) {
#line 21 "input.cc"
 try { sm_guard_1.sm_Attribute("writes", (
#line 21 "input.cc"
sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("writes"); } } return sm_r_1; }
#line 21 "input.cc"
                                                                                                                }

KUBE_RECONCILE_WITH("Cell", SPANSMITH_ATTR(attempt,
                                           req.ns.size()), SPANSMITH_ROOT)
static int ReconcileCell(const Request& req) { /*guard 2*/ if (sm_guard_2.sm_Recording()) {
#line 23 "input.cc"
 try { sm_guard_2.sm_Link((
#line 23 "input.cc"
req.triggers)); } catch (...) { sm_guard_2.sm_AttributeFailed("SPANSMITH_LINK"); } try { sm_guard_2.sm_Attribute("k8s.namespace", (req.ns)); } catch (...) { sm_guard_2.sm_AttributeFailed("k8s.namespace"); } try { sm_guard_2.sm_Attribute("k8s.name", (req.name)); } catch (...) { sm_guard_2.sm_AttributeFailed("k8s.name"); }
#line 24 "input.cc"
 try { sm_guard_2.sm_Attribute("attempt", (
#line 24 "input.cc"
                                           req.ns.size())); } catch (...) { sm_guard_2.sm_AttributeFailed("attempt"); } }
#line 26 "input.cc"
  return static_cast<int>(req.ns.size());
}

void Run();
void Run() {
  const Request request{"ns", "name", "spec", {"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}};
  std::printf("%d %d\n", ReconcileEtcd(request), ReconcileCell(request));
}
