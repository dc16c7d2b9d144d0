/*prologue*/
#line 1 "input.cc"
// A span annotation on a lambda stands behind its introducer: generic, mutable, noexcept, without parameters, nested.
// flags: -Wno-attributes
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <string>

template <typename... T>
static int Sum(T... values) {
  return [values...] SPANSMITH_SPAN("sum", SPANSMITH_ATTR(n, sizeof...(values))) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 11 "input.cc"
 try { sm_guard_1.sm_Attribute("n", (
#line 11 "input.cc"
                                                             sizeof...(values))); } catch (...) { sm_guard_1.sm_AttributeFailed("n"); } }
#line 11 "input.cc"
                                                                                   return (0 + ... + values); }();
}

void Run();
SPANSMITH_SPAN("Run") void Run() { /*guard 2*/
  int count = 0;
  const auto plain = [] SPANSMITH_SPAN("plain", SPANSMITH_RETURN_ATTR(r, result)) (int x) noexcept { /*guard 3*/
#line 17 "input.cc"
                                                                                                     { auto sm_r_3 = 
#line 17 "input.cc"
                                                                                                            x + 1; if (sm_guard_3.sm_Recording()) {
#line 17 "input.cc"
 try { sm_guard_3.sm_Attribute("r", (
#line 17 "input.cc"
                                                                         sm_r_3)); } catch (...) { sm_guard_3.sm_AttributeFailed("r"); } } return sm_r_3; }
#line 17 "input.cc"
                                                                                                                   };
  auto changing = [count] SPANSMITH_SPAN("mutable") () mutable -> int { /*guard 4*/
#line 18 "input.cc"
                                                                        return ++count; };
  const auto generic = [&] SPANSMITH_SPAN("generic", SPANSMITH_ATTR(size, text.size())) (const auto& text) { /*guard 5*/ if (sm_guard_5.sm_Recording()) {
#line 19 "input.cc"
 try { sm_guard_5.sm_Attribute("size", (
#line 19 "input.cc"
                                                                          text.size())); } catch (...) { sm_guard_5.sm_AttributeFailed("size"); } }
#line 20 "input.cc"
    { if (sm_guard_5.sm_Recording()) {
#line 20 "input.cc"
 try { sm_guard_5.sm_Attribute("count", (
#line 20 "input.cc"
                          count)); } catch (...) { sm_guard_5.sm_AttributeFailed("count"); } } 
#line 20 "input.cc"
    SPANSMITH_NOTE(count, count); }
    const auto inner = [&count] SPANSMITH_SPAN("inner") { /*guard 6*/
#line 21 "input.cc"
                                                          ++count; };
    inner();
    { if (sm_guard_5.sm_Recording()) { const auto& sm_r_5 = text; static_cast<void>(sm_r_5); ::spansmith::injected::sm_LookAt(sm_guard_5, sm_r_5); } 
#line 23 "input.cc"
    return text; }
  };
  const int values[] = {plain(1), changing(), changing(), Sum(1, 2, 3)};
  std::printf("%d %d %d %d %s\n", values[0], values[1], values[2], values[3], generic(std::string("text")).c_str());
  try {
    [] SPANSMITH_SPAN("throws", SPANSMITH_ERROR_TEXT("failed")) { /*guard 7*/
#line 28 "input.cc"
                                                                  throw std::runtime_error("no"); }();
  } catch (const std::exception& error) {
    std::printf("%s %d\n", error.what(), count);
  }
}
