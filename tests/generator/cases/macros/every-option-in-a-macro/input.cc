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

KUBE_RECONCILE("Etcd") static int ReconcileEtcd(const Request& req) { return static_cast<int>(req.name.size()); }

KUBE_RECONCILE_WITH("Cell", SPANSMITH_ATTR(attempt,
                                           req.ns.size()), SPANSMITH_ROOT)
static int ReconcileCell(const Request& req) {
  return static_cast<int>(req.ns.size());
}

void Run();
void Run() {
  const Request request{"ns", "name", "spec", {"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}};
  std::printf("%d %d\n", ReconcileEtcd(request), ReconcileCell(request));
}
