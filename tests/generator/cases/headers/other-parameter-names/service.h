#include <spansmith/annotations.h>

#include <string>

struct Request {
  std::string ns;
  std::string name;
};

class Service {
 public:
  SPANSMITH_RECONCILE("Etcd", SPANSMITH_NAME("Handle " + req.name), SPANSMITH_ATTR(a, a), SPANSMITH_ATTR(b, b),
                      SPANSMITH_ATTR(text, "req a b"), SPANSMITH_RETURN_ATTR(sum, result + b))
  int Handle(const Request& req, int a, int b);
};
