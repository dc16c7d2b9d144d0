/*prologue*/
#line 1 "input.cc"
// Returns that convert by an operator, explicit where the code says so, by a template, or to a base in smart pointers
// of each kind: as before and once.
#include <spansmith/annotations.h>

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

struct Answer {
  int code;
  explicit operator bool() const { std::printf("bool %d\n", code); return code == 0; }
  operator std::string() const& { std::printf("copied %d\n", code); return std::to_string(code); }
  operator std::string() && { std::printf("moved %d\n", code); return "moved"; }
};
struct Anything {
  template <typename T>
  operator T() const { std::puts("template"); return T(); }
};
struct Base { virtual ~Base() = default; int id = 1; };
struct Derived : Base { Derived() { id = 2; } };
struct Deleter {
  void operator()(Base* base) const { std::printf("delete %d\n", base->id); delete base; }
};

SPANSMITH_SPAN("Explicit", SPANSMITH_RETURN_ATTR(r, result)) static bool Explicit(const Answer& answer) { /*guard 1*/
  if (answer.code > 5) { auto sm_r_1 = 
#line 27 "input.cc"
                              static_cast<bool>(answer); if (sm_guard_1.sm_Recording()) {
#line 26 "input.cc"
 try { sm_guard_1.sm_Attribute("r", (
#line 26 "input.cc"
                                                    sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("r"); } } return sm_r_1; }
#line 28 "input.cc"
  { auto sm_r_1 = 
#line 28 "input.cc"
         answer ? true : !answer; if (sm_guard_1.sm_Recording()) {
#line 26 "input.cc"
 try { sm_guard_1.sm_Attribute("r", (
#line 26 "input.cc"
                                                    sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("r"); } } return sm_r_1; }
#line 29 "input.cc"
}
SPANSMITH_SPAN("Text", SPANSMITH_RETURN_ATTR(r, result)) static std::string Text(int code) { /*guard 2*/
  Answer local{code};
  if (code == 1) { ::std::string sm_r_2 = static_cast<decltype(local)&&>(
#line 32 "input.cc"
                        local)
#line 32 "input.cc"
                             ; if (sm_guard_2.sm_Recording()) {
#line 30 "input.cc"
 try { sm_guard_2.sm_Attribute("r", (
#line 30 "input.cc"
                                                sm_r_2)); } catch (...) { sm_guard_2.sm_AttributeFailed("r"); } } return sm_r_2; }
#line 33 "input.cc"
  if (code == 2) { ::std::string sm_r_2 = 
#line 33 "input.cc"
                        static_cast<Answer&&>(local); if (sm_guard_2.sm_Recording()) {
#line 30 "input.cc"
 try { sm_guard_2.sm_Attribute("r", (
#line 30 "input.cc"
                                                sm_r_2)); } catch (...) { sm_guard_2.sm_AttributeFailed("r"); } } return sm_r_2; }
#line 34 "input.cc"
  if (code == 3) { ::std::string sm_r_2 = 
#line 34 "input.cc"
                        Answer{3}; if (sm_guard_2.sm_Recording()) {
#line 30 "input.cc"
 try { sm_guard_2.sm_Attribute("r", (
#line 30 "input.cc"
                                                sm_r_2)); } catch (...) { sm_guard_2.sm_AttributeFailed("r"); } } return sm_r_2; }
#line 35 "input.cc"
  { ::std::string sm_r_2 = 
#line 35 "input.cc"
         static_cast<const Answer&>(local); if (sm_guard_2.sm_Recording()) {
#line 30 "input.cc"
 try { sm_guard_2.sm_Attribute("r", (
#line 30 "input.cc"
                                                sm_r_2)); } catch (...) { sm_guard_2.sm_AttributeFailed("r"); } } return sm_r_2; }
#line 36 "input.cc"
}
SPANSMITH_SPAN("Any", SPANSMITH_RETURN_ATTR(r, result)) static int Any() { /*guard 3*/
#line 37 "input.cc"
                                                                           { int sm_r_3 = 
#line 37 "input.cc"
                                                                                  Anything(); if (sm_guard_3.sm_Recording()) {
#line 37 "input.cc"
 try { sm_guard_3.sm_Attribute("r", (
#line 37 "input.cc"
                                               sm_r_3)); } catch (...) { sm_guard_3.sm_AttributeFailed("r"); } } return sm_r_3; }
#line 37 "input.cc"
                                                                                              }
SPANSMITH_SPAN("Shared", SPANSMITH_RETURN_ATTR(id, result->id)) static std::shared_ptr<const Base> Shared(bool named) { /*guard 4*/
  auto derived = std::make_shared<Derived>();
  if (named) { ::std::shared_ptr<const ::Base> sm_r_4 = static_cast<decltype(derived)&&>(
#line 40 "input.cc"
                    derived)
#line 40 "input.cc"
                           ; if (sm_guard_4.sm_Recording()) {
#line 38 "input.cc"
 try { sm_guard_4.sm_Attribute("id", (
#line 38 "input.cc"
                                                   sm_r_4->id)); } catch (...) { sm_guard_4.sm_AttributeFailed("id"); } } return sm_r_4; }
#line 41 "input.cc"
  { ::std::shared_ptr<const ::Base> sm_r_4 = 
#line 41 "input.cc"
         std::make_shared<Derived>(); if (sm_guard_4.sm_Recording()) {
#line 38 "input.cc"
 try { sm_guard_4.sm_Attribute("id", (
#line 38 "input.cc"
                                                   sm_r_4->id)); } catch (...) { sm_guard_4.sm_AttributeFailed("id"); } } return sm_r_4; }
#line 42 "input.cc"
}
SPANSMITH_SPAN("Unique", SPANSMITH_RETURN_ATTR(id, result->id), SPANSMITH_ERROR_WHEN(!result))
static std::unique_ptr<Base, Deleter> Unique(std::unique_ptr<Derived, Deleter> derived) { /*guard 5*/
#line 44 "input.cc"
                                                                                          { ::std::unique_ptr< ::Base, ::Deleter> sm_r_5 = static_cast<decltype(derived)&&>(
#line 44 "input.cc"
                                                                                                 derived)
#line 44 "input.cc"
                                                                                                        ; if (sm_guard_5.sm_Recording()) {
#line 43 "input.cc"
 try { sm_guard_5.sm_ErrorWhen("!result", (
#line 43 "input.cc"
                                                                                     !sm_r_5)); } catch (...) { sm_guard_5.sm_AttributeFailed("SPANSMITH_ERROR_WHEN"); }
#line 43 "input.cc"
 try { sm_guard_5.sm_Attribute("id", (
#line 43 "input.cc"
                                                   sm_r_5->id)); } catch (...) { sm_guard_5.sm_AttributeFailed("id"); } } return sm_r_5; }
#line 44 "input.cc"
                                                                                                          }

void Run();
void Run() {
  std::printf("%d %d %d\n", Explicit({7}) ? 1 : 0, Explicit({0}) ? 1 : 0, Any());
  for (int code = 1; code < 5; ++code) std::printf("%s\n", Text(code).c_str());
  std::printf("%d %d\n", Shared(true)->id, Shared(false)->id);
  std::printf("%d\n", Unique(std::unique_ptr<Derived, Deleter>(new Derived))->id);
}
