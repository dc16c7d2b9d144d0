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
  int Reconcile(const Request& req) { return static_cast<int>(req.name.size()); }
};

void Run();
void Run() { Reconciler().Reconcile({"default", "my-db"}); }
