// What is injected is C++11, every annotation of it.
// flags: -std=c++11
#include <spansmith/annotations.h>

#include <cstdio>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct Request {
  std::string ns, name;
};

class Worker {
 public:
  SPANSMITH_SPAN("Worker") explicit Worker(int n) : n_(n) {}
  SPANSMITH_SPAN("~Worker") ~Worker() {}
  SPANSMITH_RECONCILE("Etcd", SPANSMITH_ATTR(k8s.name, request.name)) int Reconcile(const Request& request) {
    SPANSMITH_ERROR_TEXT("failed");
    SPANSMITH_NOTE(length, request.ns.size());
    SPANSMITH_EVENT("looked", SPANSMITH_ATTR(n, n_));
    return n_ + static_cast<int>(request.ns.size());
  }

 private:
  int n_;
};

template <typename T>
SPANSMITH_SPAN("Template", SPANSMITH_KIND(client))
T Template(T value) {
  return value;
}

SPANSMITH_SPAN("Exit", SPANSMITH_EXIT_ATTR(at.end, n), SPANSMITH_ARGS(all)) int Exit(int n, bool) {
  n += 2;
  return n;
}

SPANSMITH_SPAN("Carries") void Carries(SPANSMITH_CARRY std::function<void()> task) { task(); }

SPANSMITH_SPAN("Inject") std::string Inject() {
  std::string header;
  SPANSMITH_INJECT(header);
  return header;
}

SPANSMITH_SPAN("Parent", SPANSMITH_PARENT(header), SPANSMITH_LINK(header)) void Parent(const std::string& header) {
  std::printf("%zu\n", header.size() % 55);
}

SPANSMITH_SPAN("Throws", SPANSMITH_ERROR_WHEN(result > 1)) int Throws(int n) {
  if (n == 0) throw std::runtime_error("none");
  return n;
}

}  // namespace

void Run();
void Run() {
  Worker worker(3);
  std::printf("%d %d %d\n", worker.Reconcile({"default", "x"}), Template(4), Exit(1, true));
  Carries([] { Throws(2); });
  Parent(Inject());
  auto lambda = [] SPANSMITH_SPAN("lambda") (int n) { return n; };
  std::printf("%d\n", lambda(1));
  try {
    Throws(0);
  } catch (const std::exception& e) {
    std::puts(e.what());
  }
}
