/*prologue*/
#line 1 "input.cc"
// Observed returns in C++14, where a temporary is not yet made in place: as many copies and moves, or one move more.
// flags: -std=c++14
#include <spansmith/annotations.h>

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

namespace {

struct Value {
  int v;
  explicit Value(int n) : v(n) { std::printf("made %d\n", v); }
  Value(const Value& o) : v(o.v) { std::printf("copied %d\n", v); }
  Value(Value&& o) noexcept : v(o.v) { o.v = -1; }
  ~Value() {
    if (v >= 0) std::printf("gone %d\n", v);
  }
};

SPANSMITH_SPAN("Named", SPANSMITH_RETURN_ATTR(r, result.v)) Value Named(int n) { /*guard 1*/
  Value value(n);
  { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = value; static_cast<void>(sm_r_1);
#line 22 "input.cc"
 try { sm_guard_1.sm_Attribute("r", (
#line 22 "input.cc"
                                                 sm_r_1.v)); } catch (...) { sm_guard_1.sm_AttributeFailed("r"); } } 
#line 24 "input.cc"
  return value; }
}
SPANSMITH_SPAN("Prvalue", SPANSMITH_RETURN_ATTR(r, result.v)) Value Prvalue(int n) { /*guard 2*/
#line 26 "input.cc"
                                                                                     { auto sm_r_2 = 
#line 26 "input.cc"
                                                                                            Value(n); if (sm_guard_2.sm_Recording()) {
#line 26 "input.cc"
 try { sm_guard_2.sm_Attribute("r", (
#line 26 "input.cc"
                                                   sm_r_2.v)); } catch (...) { sm_guard_2.sm_AttributeFailed("r"); } } return sm_r_2; }
#line 26 "input.cc"
                                                                                                      }
SPANSMITH_SPAN("Parameter", SPANSMITH_RETURN_ATTR(r, result.v)) Value Parameter(Value value) { /*guard 3*/
#line 27 "input.cc"
                                                                                               { if (sm_guard_3.sm_Recording()) { const auto& sm_r_3 = value; static_cast<void>(sm_r_3);
#line 27 "input.cc"
 try { sm_guard_3.sm_Attribute("r", (
#line 27 "input.cc"
                                                     sm_r_3.v)); } catch (...) { sm_guard_3.sm_AttributeFailed("r"); } } 
#line 27 "input.cc"
                                                                                               return value; }
#line 27 "input.cc"
                                                                                                             }
SPANSMITH_SPAN("Reference", SPANSMITH_RETURN_ATTR(r, result.v)) const Value& Reference(const Value& value) { /*guard 4*/
  { if (sm_guard_4.sm_Recording()) { const auto& sm_r_4 = value; static_cast<void>(sm_r_4);
#line 28 "input.cc"
 try { sm_guard_4.sm_Attribute("r", (
#line 28 "input.cc"
                                                     sm_r_4.v)); } catch (...) { sm_guard_4.sm_AttributeFailed("r"); } } 
#line 29 "input.cc"
  return value; }
}
SPANSMITH_SPAN("Auto", SPANSMITH_RETURN_ATTR(r, result)) auto Auto(int n) { /*guard 5*/
#line 31 "input.cc"
                                                                            { auto sm_r_5 = 
#line 31 "input.cc"
                                                                                   n + 1; if (sm_guard_5.sm_Recording()) {
#line 31 "input.cc"
 try { sm_guard_5.sm_Attribute("r", (
#line 31 "input.cc"
                                                sm_r_5)); } catch (...) { sm_guard_5.sm_AttributeFailed("r"); } } return sm_r_5; }
#line 31 "input.cc"
                                                                                          }
SPANSMITH_SPAN("Pointer", SPANSMITH_RETURN_ATTR(r, *result)) std::unique_ptr<int> Pointer(int n) { /*guard 6*/
  auto pointer = std::make_unique<int>(n);
  if (n > 5) { if (sm_guard_6.sm_Recording()) { const auto& sm_r_6 = pointer; static_cast<void>(sm_r_6);
#line 32 "input.cc"
 try { sm_guard_6.sm_Attribute("r", (
#line 32 "input.cc"
                                                   *sm_r_6)); } catch (...) { sm_guard_6.sm_AttributeFailed("r"); } } 
#line 34 "input.cc"
             return pointer; }
  { auto sm_r_6 = 
#line 35 "input.cc"
         std::make_unique<int>(n); if (sm_guard_6.sm_Recording()) {
#line 32 "input.cc"
 try { sm_guard_6.sm_Attribute("r", (
#line 32 "input.cc"
                                                   *sm_r_6)); } catch (...) { sm_guard_6.sm_AttributeFailed("r"); } } return sm_r_6; }
#line 36 "input.cc"
}
SPANSMITH_SPAN("Text", SPANSMITH_RETURN_ATTR(r, result)) std::string Text(int n) { /*guard 7*/
  if (n > 1) { ::std::string sm_r_7 = 
#line 38 "input.cc"
                    {"two"}; if (sm_guard_7.sm_Recording()) {
#line 37 "input.cc"
 try { sm_guard_7.sm_Attribute("r", (
#line 37 "input.cc"
                                                sm_r_7)); } catch (...) { sm_guard_7.sm_AttributeFailed("r"); } } return sm_r_7; }
#line 39 "input.cc"
  { ::std::string sm_r_7 = 
#line 39 "input.cc"
         "one"; if (sm_guard_7.sm_Recording()) {
#line 37 "input.cc"
 try { sm_guard_7.sm_Attribute("r", (
#line 37 "input.cc"
                                                sm_r_7)); } catch (...) { sm_guard_7.sm_AttributeFailed("r"); } } return sm_r_7; }
#line 40 "input.cc"
}

}  // namespace

void Run();
void Run() {
  std::printf("%d %d\n", Named(1).v, Prvalue(2).v);
  std::printf("%d %d %d\n", Parameter(Value(3)).v, Reference(Value(4)).v, Auto(5));
  std::printf("%d %d %s %s\n", *Pointer(3), *Pointer(6), Text(1).c_str(), Text(2).c_str());
}
