/*prologue*/
#line 1 "input.cc"
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
  SPANSMITH_SPAN("Worker") explicit Worker(int n) : n_(n) { /*guard 1*/
#line 19 "input.cc"
                                                           }
  SPANSMITH_SPAN("~Worker") ~Worker() { /*guard 2*/
#line 20 "input.cc"
                                       }
  SPANSMITH_RECONCILE("Etcd", SPANSMITH_ATTR(k8s.name, request.name)) int Reconcile(const Request& request) { /*guard 3*/ if (sm_guard_3.sm_Recording()) { try { sm_guard_3.sm_Attribute("k8s.namespace", (request.ns)); } catch (...) { sm_guard_3.sm_AttributeFailed("k8s.namespace"); }
#line 21 "input.cc"
 try { sm_guard_3.sm_Attribute("k8s.name", (
#line 21 "input.cc"
                                                       request.name)); } catch (...) { sm_guard_3.sm_AttributeFailed("k8s.name"); } }
#line 22 "input.cc"
    { sm_guard_3.sm_ErrorText("failed"); 
#line 22 "input.cc"
    SPANSMITH_ERROR_TEXT("failed"); }
    { if (sm_guard_3.sm_Recording()) {
#line 23 "input.cc"
 try { sm_guard_3.sm_Attribute("length", (
#line 23 "input.cc"
                           request.ns.size())); } catch (...) { sm_guard_3.sm_AttributeFailed("length"); } } 
#line 23 "input.cc"
    SPANSMITH_NOTE(length, request.ns.size()); }
    { if (sm_guard_3.sm_Recording()) { sm_guard_3.sm_EventBegin("looked");
#line 24 "input.cc"
 try { sm_guard_3.sm_Attribute("n", (
#line 24 "input.cc"
                                                n_)); } catch (...) { sm_guard_3.sm_AttributeFailed("n"); } sm_guard_3.sm_EventEnd(); } 
#line 24 "input.cc"
    SPANSMITH_EVENT("looked", SPANSMITH_ATTR(n, n_)); }
    return n_ + static_cast<int>(request.ns.size());
  }

 private:
  int n_;
};

template <typename T>
SPANSMITH_SPAN("Template", SPANSMITH_KIND(client))
T Template(T value) { /*guard 4*/
  return value;
}

SPANSMITH_SPAN("Exit", SPANSMITH_EXIT_ATTR(at.end, n), SPANSMITH_ARGS(all)) int Exit(int n, bool) { /*guard 5*/ if (sm_guard_5.sm_Recording()) { try { sm_guard_5.sm_Argument("code.argument.n", (n)); } catch (...) { sm_guard_5.sm_AttributeFailed("code.argument.n"); } } const auto sm_exit_5 = ::spansmith::injected::sm_AtExit([&](::spansmith::injected::sm_Exiting) { if (sm_guard_5.sm_Recording()) {
#line 38 "input.cc"
 try { sm_guard_5.sm_Attribute("at.end", (
#line 38 "input.cc"
                                                   n)); } catch (...) { sm_guard_5.sm_AttributeFailed("at.end"); } } });
#line 39 "input.cc"
  n += 2;
  return n;
}

SPANSMITH_SPAN("Carries") void Carries(SPANSMITH_CARRY std::function<void()> task) {
#line 43 "input.cc"
 ::spansmith::injected::sm_Carry(task); /*guard 6*/
#line 43 "input.cc"
                                                                                     task(); }

SPANSMITH_SPAN("Inject") std::string Inject() { /*guard 7*/
  std::string header;
  { if (const ::spansmith::injected::sm_Injector sm_injector{}) {
#line 47 "input.cc"
 try { sm_injector.sm_Into((
#line 47 "input.cc"
                   header)); } catch (...) { sm_injector.sm_Failed(); } } 
#line 47 "input.cc"
  SPANSMITH_INJECT(header); }
  return header;
}

SPANSMITH_SPAN("Parent", SPANSMITH_PARENT(header), SPANSMITH_LINK(header)) void Parent(const std::string& header) { static ::spansmith::injected::sm_Site sm_site_8 = ::spansmith::injected::sm_Site("Parent").sm_At("(anonymous namespace)::Parent", __FILE__, 51).sm_Scope("golden"); ::spansmith::injected::sm_Parent sm_parent_8; if (::spansmith::injected::sm_Parent::sm_Wanted(sm_site_8)) {
#line 51 "input.cc"
 try { sm_parent_8.sm_Set((
#line 51 "input.cc"
                                          header)); } catch (...) { sm_parent_8.sm_Failed(); } } ::spansmith::injected::sm_Guard sm_guard_8(&sm_site_8, sm_parent_8); if (sm_guard_8.sm_Recording()) {
#line 51 "input.cc"
 try { sm_guard_8.sm_Link((
#line 51 "input.cc"
                                                                  header)); } catch (...) { sm_guard_8.sm_AttributeFailed("SPANSMITH_LINK"); } }
#line 52 "input.cc"
  std::printf("%zu\n", header.size() % 55);
}

SPANSMITH_SPAN("Throws", SPANSMITH_ERROR_WHEN(result > 1)) int Throws(int n) { /*guard 9*/
  if (n == 0) throw std::runtime_error("none");
  { if (sm_guard_9.sm_Recording()) { const auto& sm_r_9 = n; static_cast<void>(sm_r_9);
#line 55 "input.cc"
 try { sm_guard_9.sm_ErrorWhen("result > 1", (
#line 55 "input.cc"
                                              sm_r_9 > 1)); } catch (...) { sm_guard_9.sm_AttributeFailed("SPANSMITH_ERROR_WHEN"); } } 
#line 57 "input.cc"
  return n; }
}

}  // namespace

void Run();
void Run() {
  Worker worker(3);
  std::printf("%d %d %d\n", worker.Reconcile({"default", "x"}), Template(4), Exit(1, true));
  Carries([] { Throws(2); });
  Parent(Inject());
  auto lambda = [] SPANSMITH_SPAN("lambda") (int n) { /*guard 10*/
#line 68 "input.cc"
                                                      return n; };
  std::printf("%d\n", lambda(1));
  try {
    Throws(0);
  } catch (const std::exception& e) {
    std::puts(e.what());
  }
}
