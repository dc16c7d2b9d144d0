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
  std::optional<T> Get(const Request& req) const {
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

bool Reconciler::Reconcile(const Request& req) {
  const std::optional<Etcd> etcd = client_.Get<Etcd>(req);
  if (!etcd) return false;
  UpdateStatus(Build(*etcd));
  return updates_ > 0;
}

Etcd Reconciler::Build(const Etcd& etcd) {
  Etcd out = etcd;
  out.replicas = 5;
  return out;
}

void Reconciler::UpdateStatus(const Etcd&) { ++updates_; }

}  // namespace shop

void Run();
void Run() {
  shop::Reconciler reconciler;
  reconciler.Reconcile({"default", "example"});
  reconciler.Reconcile({"default", ""});
  reconciler.Reconcile({"default", "broken"});
}
