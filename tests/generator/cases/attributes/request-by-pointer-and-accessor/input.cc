// The request of a reconcile: by pointer, by accessor functions, from a base class; an explicit attribute wins.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

struct Key {
  std::string namespace_;
  std::string name;
};
struct Request : Key {};
class Accessors {
 public:
  std::string name() const { return "accessed"; }
  std::string ns() const { return "from"; }
};

SPANSMITH_RECONCILE("Cell") static int ByPointer(int attempt, const Request* request) {
  return attempt + static_cast<int>(request->name.size());
}
SPANSMITH_RECONCILE("Cell") static int ByAccessor(const Accessors& request) { return static_cast<int>(request.name().size()); }
SPANSMITH_RECONCILE("Cell", SPANSMITH_ATTR(k8s.name, key), SPANSMITH_ATTR(k8s.namespace, "given"))
static int ByKey(const std::string& key) { return static_cast<int>(key.size()); }
SPANSMITH_UPDATE_STATUS("Cell", SPANSMITH_ATTR(k8s.name, name)) static void Status(const char* name) { std::puts(name); }

void Run();
void Run() {
  Request request;
  request.namespace_ = "default";
  request.name = "cell-1";
  std::printf("%d %d %d\n", ByPointer(1, &request), ByAccessor(Accessors()), ByKey("k"));
  Status("cell-1");
}
