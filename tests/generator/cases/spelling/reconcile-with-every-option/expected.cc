// Made by `spansmith cc --scope golden` from input.cc
#include <spansmith/injected.h>
#if SPANSMITH_INJECTED_CONTRACT != 6
#error "the spansmith tool and libspansmith are of different versions: build both from one source"
#elif !defined(__clang__)
#pragma GCC diagnostic ignored "-Wsubobject-linkage"
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
  int Reconcile(const Request& req) { static ::spansmith::injected::sm_Site sm_site_1 = ::spansmith::injected::sm_Site("Reconcile").sm_At("Reconciler::Reconcile", __FILE__, 15).sm_Scope("multigres.io/etcd-controller", "1.2.3").sm_Reconcile("Etcd").sm_Kind(::spansmith::injected::sm_SpanKind::kConsumer).sm_ErrorText("failed to reconcile \"Etcd\"\077"); ::spansmith::injected::sm_Guard sm_guard_1(&sm_site_1); if (sm_guard_1.sm_Recording()) { try { sm_guard_1.sm_Attribute("k8s.namespace", (req.ns)); } catch (...) { sm_guard_1.sm_AttributeFailed("k8s.namespace"); } try { sm_guard_1.sm_Attribute("k8s.name", (req.name)); } catch (...) { sm_guard_1.sm_AttributeFailed("k8s.name"); }
#line 13 "input.cc"
 try { sm_guard_1.sm_Attribute("req.length", (
#line 13 "input.cc"
                                                         req.name.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("req.length"); } }
#line 15 "input.cc"
                                      return static_cast<int>(req.name.size()); }
};

void Run();
void Run() { Reconciler().Reconcile({"default", "my-db"}); }
