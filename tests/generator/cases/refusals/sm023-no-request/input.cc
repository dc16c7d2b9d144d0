// A reconcile function whose parameters hold no request.
#include <spansmith/annotations.h>

struct Hidden {
  int ns = 1;
 private:
  int name = 2;
};
SPANSMITH_RECONCILE("Etcd") int Reconcile(int key, const Hidden& hidden);
int Reconcile(int key, const Hidden& hidden) { return key + hidden.ns; }
