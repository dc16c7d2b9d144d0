// Made by `spansmith cc --scope golden` from input.cc
#include <spansmith/injected.h>
#if SPANSMITH_INJECTED_CONTRACT != 2
#error "the spansmith tool and libspansmith are of different versions: build both from one source"
#endif
#line 1 "input.cc"
// The whole spelling of a guard: role, scope, version, kind, error text, request attributes, entry attributes.
#include <spansmith/annotations.h>

#include <string>

struct Request {
  std::string ns;
  std::string name;
};

class SPANSMITH_SCOPE("multigres.io/etcd-controller", "1.2.3") Reconciler {
 public:
  SPANSMITH_RECONCILE("Etcd", SPANSMITH_ATTR(req.length, req.name.size()), SPANSMITH_KIND(consumer),
                      SPANSMITH_ERROR_TEXT("failed to reconcile \"Etcd\"?"))
  int Reconcile(const Request& req) { static ::spansmith::injected::Site sm_site_1 = ::spansmith::injected::Site("Reconcile").At("Reconciler::Reconcile", __FILE__, 15).Scope("multigres.io/etcd-controller", "1.2.3").Reconcile("Etcd").Kind(::spansmith::injected::SpanKind::kConsumer).ErrorText("failed to reconcile \"Etcd\"\077"); ::spansmith::injected::Guard sm_guard_1(&sm_site_1); if (sm_guard_1.Recording()) { try { sm_guard_1.Attribute("k8s.namespace", (req.ns)); } catch (...) { sm_guard_1.AttributeFailed("k8s.namespace"); } try { sm_guard_1.Attribute("k8s.name", (req.name)); } catch (...) { sm_guard_1.AttributeFailed("k8s.name"); }
#line 13 "input.cc"
 try { sm_guard_1.Attribute("req.length", (
#line 13 "input.cc"
                                                         req.name.size())); } catch (...) { sm_guard_1.AttributeFailed("req.length"); } }
#line 15 "input.cc"
                                      return static_cast<int>(req.name.size()); }
};

void Run();
void Run() { Reconciler().Reconcile({"default", "my-db"}); }
