/*prologue*/
#line 1 "input.cc"
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
#line 11 "rules.yaml"
 ::spansmith::injected::sm_Carry(task);
#line 21 "input.cc"
  std::thread worker(std::move(task));
  worker.join();
}

SPANSMITH_SPAN("Step") static void Step() { /*guard 1*/
#line 25 "input.cc"
                                           }

SPANSMITH_SPAN("Job", SPANSMITH_NAME("Job " + job.kind), SPANSMITH_LINK(job.triggers), SPANSMITH_ROOT)
static void Handle(const Job& job) { /*guard 2*/ if (sm_guard_2.sm_Recording()) {
#line 5 "rules.yaml"
 try { sm_guard_2.sm_Name((
#line 5 "rules.yaml"
           "Job " + job.kind)); } catch (...) { sm_guard_2.sm_AttributeFailed("SPANSMITH_NAME"); }
#line 6 "rules.yaml"
 try { sm_guard_2.sm_Link((
#line 6 "rules.yaml"
           job.triggers)); } catch (...) { sm_guard_2.sm_AttributeFailed("SPANSMITH_LINK"); } }
#line 29 "input.cc"
  if (!job.kind.empty()) Submit([] { Step(); });
}

SPANSMITH_SPAN("Continue", SPANSMITH_PARENT(job.traceparent))
static void Continue(const Job& job) { static ::spansmith::injected::sm_Site sm_site_3 = ::spansmith::injected::sm_Site("Continue").sm_At("shop::Continue", __FILE__, 33).sm_Scope("golden"); ::spansmith::injected::sm_Parent sm_parent_3; if (::spansmith::injected::sm_Parent::sm_Wanted(sm_site_3)) {
#line 9 "rules.yaml"
 try { sm_parent_3.sm_Set((
#line 9 "rules.yaml"
            job.traceparent)); } catch (...) { sm_parent_3.sm_Failed(); } } ::spansmith::injected::sm_Guard sm_guard_3(&sm_site_3, sm_parent_3);
#line 33 "input.cc"
                                       static_cast<void>(job); }

SPANSMITH_SPAN("All")
static void All() { /*guard 4*/
  Handle({"build", {"00-0123456789abcdef0123456789abcdef-0123456789abcdef-01"}, ""});
  Continue({"", {}, ""});
}

}  // namespace shop

void Run();
void Run() { shop::All(); }
