// A null request pointer is not followed: the attributes are left away.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

struct Request {
  std::string ns = "default";
  std::string name = "a";
};
SPANSMITH_RECONCILE("Cell") static int Reconcile(const Request* request) { return request != nullptr ? 1 : 0; }

void Run();
void Run() {
  const Request request;
  std::printf("%d\n", Reconcile(nullptr) + Reconcile(&request));
}
