/*prologue*/
#line 1 "input.cc"
// SPANSMITH_LINK, several times: a traceparent, a range of them, an optional one; empty and malformed ones are none.
#include <spansmith/annotations.h>

#include <cstdio>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

struct Request {
  std::vector<std::string> triggers;
  std::optional<std::string> parent;
};

const std::string& Throwing();
const std::string& Throwing() { throw std::runtime_error("no link"); }

SPANSMITH_SPAN("Reconcile", SPANSMITH_LINK(req.triggers), SPANSMITH_LINK(req.parent),
               SPANSMITH_ATTR(triggers, req.triggers.size()))
static std::size_t Reconcile(const Request& req) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 18 "input.cc"
 try { sm_guard_1.sm_Link((
#line 18 "input.cc"
                                           req.triggers)); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_LINK"); }
#line 18 "input.cc"
 try { sm_guard_1.sm_Link((
#line 18 "input.cc"
                                                                         req.parent)); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_LINK"); }
#line 19 "input.cc"
 try { sm_guard_1.sm_Attribute("triggers", (
#line 19 "input.cc"
                                        req.triggers.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("triggers"); } }
#line 21 "input.cc"
  return req.triggers.size();
}

SPANSMITH_SPAN("One", SPANSMITH_LINK(text)) static int One(const char* text) { /*guard 2*/ if (sm_guard_2.sm_Recording()) {
#line 24 "input.cc"
 try { sm_guard_2.sm_Link((
#line 24 "input.cc"
                                     text)); } catch (...) { sm_guard_2.sm_AttributeFailed("SPANSMITH_LINK"); } }
#line 24 "input.cc"
                                                                               return text == nullptr ? 0 : 1; }

SPANSMITH_SPAN("Throws", SPANSMITH_LINK(Throwing())) static int Throws() { /*guard 3*/ if (sm_guard_3.sm_Recording()) {
#line 26 "input.cc"
 try { sm_guard_3.sm_Link((
#line 26 "input.cc"
                                        Throwing())); } catch (...) { sm_guard_3.sm_AttributeFailed("SPANSMITH_LINK"); } }
#line 26 "input.cc"
                                                                           return 1; }

void Run();
void Run() {
  const std::string first = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const std::string second = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
  std::printf("%zu\n", Reconcile({{first, "", second}, second}));
  std::printf("%zu\n", Reconcile({{}, std::nullopt}));
  std::printf("%d %d\n", One(first.c_str()), One(nullptr));
  std::printf("%d %d\n", One("no traceparent"), Throws());
}
