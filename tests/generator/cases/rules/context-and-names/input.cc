// Rules for what reaches other traces and threads: name, links, parent, root, carry; as the annotations give them.
// annotations: off
// same-spans: annotations
#include <spansmith/annotations.h>

#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace shop {

struct Job {
  std::string kind;
  std::vector<std::string> triggers;
  std::string traceparent;
};

static void Submit(SPANSMITH_CARRY std::function<void()> task) {
  std::thread worker(std::move(task));
  worker.join();
}

SPANSMITH_SPAN("Step") static void Step() {}

SPANSMITH_SPAN("Job", SPANSMITH_NAME("Job " + job.kind), SPANSMITH_LINK(job.triggers), SPANSMITH_ROOT)
static void Handle(const Job& job) {
  if (!job.kind.empty()) Submit([] { Step(); });
}

SPANSMITH_SPAN("Continue", SPANSMITH_PARENT(job.traceparent))
static void Continue(const Job& job) { static_cast<void>(job); }

SPANSMITH_SPAN("All")
static void All() {
  Handle({"build", {"00-0123456789abcdef0123456789abcdef-0123456789abcdef-01"}, ""});
  Continue({"", {}, ""});
}

}  // namespace shop

void Run();
void Run() { shop::All(); }
