/*prologue*/
#line 1 "input.cc"
// SPANSMITH_NAME: any string, once, at entry; one that throws leaves the written name.
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>

struct Request {
  std::string method;
  std::string route;
};

static int evaluated = 0;

const std::string& Counted(const std::string& text);
const std::string& Counted(const std::string& text) {
  ++evaluated;
  if (text.empty()) throw std::runtime_error("no method");
  return text;
}

SPANSMITH_SPAN("HTTP", SPANSMITH_NAME(Counted(req.method) + " " +
                                      req.route), SPANSMITH_KIND(client), SPANSMITH_ATTR(url.template, req.route))
static std::size_t Send(const Request& req) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 23 "input.cc"
 try { sm_guard_1.sm_Name((
#line 23 "input.cc"
                                      Counted(req.method) + " " +
                                      req.route)); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_NAME"); }
#line 24 "input.cc"
 try { sm_guard_1.sm_Attribute("url.template", (
#line 24 "input.cc"
                                                                                                       req.route)); } catch (...) { sm_guard_1.sm_AttributeFailed("url.template"); } }
#line 26 "input.cc"
  return req.route.size();
}

template <typename A, typename B>
struct Pair {
  static constexpr std::string_view kName = "a comma within";
};

SPANSMITH_SPAN("View", SPANSMITH_NAME(Pair<int, char>::kName)) static void View() { /*guard 2*/ if (sm_guard_2.sm_Recording()) {
#line 34 "input.cc"
 try { sm_guard_2.sm_Name((
#line 34 "input.cc"
                                      Pair<int, char>::kName)); } catch (...) { sm_guard_2.sm_AttributeFailed("SPANSMITH_NAME"); } }
#line 34 "input.cc"
                                                                                   }
SPANSMITH_SPAN("Literal", SPANSMITH_NAME(flag ? "yes" : "no")) static void Literal(bool flag) { /*guard 3*/ if (sm_guard_3.sm_Recording()) {
#line 35 "input.cc"
 try { sm_guard_3.sm_Name((
#line 35 "input.cc"
                                         flag ? "yes" : "no")); } catch (...) { sm_guard_3.sm_AttributeFailed("SPANSMITH_NAME"); } }
#line 35 "input.cc"
                                                                                                std::printf("%d\n", flag ? 1 : 0); }
SPANSMITH_SPAN("Null", SPANSMITH_NAME(text)) static void Null(const char* text) { /*guard 4*/ if (sm_guard_4.sm_Recording()) {
#line 36 "input.cc"
 try { sm_guard_4.sm_Name((
#line 36 "input.cc"
                                      text)); } catch (...) { sm_guard_4.sm_AttributeFailed("SPANSMITH_NAME"); } }
#line 36 "input.cc"
                                                                                  std::printf("%d\n", text == nullptr ? 1 : 0); }

template <typename T>
SPANSMITH_SPAN("Get({T})", SPANSMITH_NAME("Get " + key)) static std::size_t Get(const std::string& key) { /*guard 5*/ if (sm_guard_5.sm_Recording()) {
#line 39 "input.cc"
 try { sm_guard_5.sm_Name((
#line 39 "input.cc"
                                          "Get " + key)); } catch (...) { sm_guard_5.sm_AttributeFailed("SPANSMITH_NAME"); } }
#line 40 "input.cc"
  return key.size() + sizeof(T);
}

void Run();
void Run() {
  std::printf("%zu\n", Send({"GET", "/apis/{name}"}));
  std::printf("%zu\n", Send({"", "/apis/{name}"}));
  View();
  Literal(true);
  Null(nullptr);
  std::printf("%zu\n", Get<char>("x"));
  evaluated = 0;  // what is evaluated for telemetry is not for the program to see
}
