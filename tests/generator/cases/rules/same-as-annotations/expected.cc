/*prologue*/
#line 1 "input.cc"
// Rules alone give the spans that the annotations give.
// annotations: off
// same-spans: annotations
#include <spansmith/annotations.h>

#include <optional>
#include <stdexcept>
#include <string>

namespace shop {

struct Request {
  std::string ns;
  std::string name;
};

struct Etcd {
  static constexpr const char* kKind = "Etcd";
  std::string name;
  int replicas = 3;
};

class Client {
 public:
  template <typename T>
  SPANSMITH_SPAN("Get({T})", SPANSMITH_KIND(client), SPANSMITH_ATTR(k8s.name, req.name),
                 SPANSMITH_ERROR_TEXT("failed to get"))
  std::optional<T> Get(const Request& req) const { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 8 "rules.yaml"
 try { sm_guard_1.sm_Attribute("k8s.name", (
#line 8 "rules.yaml"
                req.name)); } catch (...) { sm_guard_1.sm_AttributeFailed("k8s.name"); } }
#line 29 "input.cc"
    if (req.name == "broken") throw std::runtime_error("no connection");
    if (req.name.empty()) return std::nullopt;
    return T{req.name};
  }
};

class SPANSMITH_SCOPE("shop/etcd") Reconciler {
 public:
  SPANSMITH_RECONCILE("Etcd", SPANSMITH_ERROR_TEXT("failed to reconcile"))
  bool Reconcile(const Request& req);

 private:
  SPANSMITH_BUILD("EtcdStatefulSet", SPANSMITH_RETURN_ATTR(sts.replicas, result.replicas))
  static Etcd Build(const Etcd& etcd);
  SPANSMITH_UPDATE_STATUS("Etcd") void UpdateStatus(const Etcd& etcd);

  Client client_;
  int updates_ = 0;
};

bool Reconciler::Reconcile(const Request& req) { /*guard 2*/ if (sm_guard_2.sm_Recording()) { try { sm_guard_2.sm_Attribute("k8s.namespace", (req.ns)); } catch (...) { sm_guard_2.sm_AttributeFailed("k8s.namespace"); } try { sm_guard_2.sm_Attribute("k8s.name", (req.name)); } catch (...) { sm_guard_2.sm_AttributeFailed("k8s.name"); } }
  const std::optional<Etcd> etcd = client_.Get<Etcd>(req);
  if (!etcd) return false;
  UpdateStatus(Build(*etcd));
  return updates_ > 0;
}

Etcd Reconciler::Build(const Etcd& etcd) { /*guard 3*/
  Etcd out = etcd;
  out.replicas = 5;
  { if (sm_guard_3.sm_Recording()) { const auto& sm_r_3 = out; static_cast<void>(sm_r_3);
#line 22 "rules.yaml"
 try { sm_guard_3.sm_Attribute("sts.replicas", (
#line 22 "rules.yaml"
                    sm_r_3.replicas)); } catch (...) { sm_guard_3.sm_AttributeFailed("sts.replicas"); } } 
#line 59 "input.cc"
  return out; }
}

void Reconciler::UpdateStatus(const Etcd&) { /*guard 4*/
#line 62 "input.cc"
                                             ++updates_; }

}  // namespace shop

void Run();
void Run() {
  shop::Reconciler reconciler;
  reconciler.Reconcile({"default", "example"});
  reconciler.Reconcile({"default", ""});
  reconciler.Reconcile({"default", "broken"});
}
