/*prologue*/
#line 1 "input.cc"
// A return that converts does so as before and once: derived to base in a smart pointer, a literal to a string, an int
// to an optional; a local that would be moved from is moved from.
#include <spansmith/annotations.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <string>

namespace {

struct Base {
  virtual ~Base() = default;
  virtual int Value() const { return 1; }
};
struct Derived : Base {
  int Value() const override { return 2; }
};

SPANSMITH_SPAN("Pointer", SPANSMITH_RETURN_ATTR(value, result->Value()))
std::unique_ptr<Base> Pointer(bool named) { /*guard 1*/
  std::unique_ptr<Derived> derived = std::make_unique<Derived>();
  if (named) { ::std::unique_ptr<Base> sm_r_1 = static_cast<decltype(derived)&&>(
#line 23 "input.cc"
                    derived)
#line 23 "input.cc"
                           ; if (sm_guard_1.sm_Recording()) {
#line 20 "input.cc"
 try { sm_guard_1.sm_Attribute("value", (
#line 20 "input.cc"
                                                       sm_r_1->Value())); } catch (...) { sm_guard_1.sm_AttributeFailed("value"); } } return sm_r_1; }
#line 24 "input.cc"
  { auto sm_r_1 = 
#line 24 "input.cc"
         std::make_unique<Base>(); if (sm_guard_1.sm_Recording()) {
#line 20 "input.cc"
 try { sm_guard_1.sm_Attribute("value", (
#line 20 "input.cc"
                                                       sm_r_1->Value())); } catch (...) { sm_guard_1.sm_AttributeFailed("value"); } } return sm_r_1; }
#line 25 "input.cc"
}

SPANSMITH_SPAN("Text", SPANSMITH_RETURN_ATTR(text, result))
std::string Text() { /*guard 2*/
  { ::std::string sm_r_2 = 
#line 29 "input.cc"
         "literal"; if (sm_guard_2.sm_Recording()) {
#line 27 "input.cc"
 try { sm_guard_2.sm_Attribute("text", (
#line 27 "input.cc"
                                                   sm_r_2)); } catch (...) { sm_guard_2.sm_AttributeFailed("text"); } } return sm_r_2; }
#line 30 "input.cc"
}

SPANSMITH_SPAN("Maybe", SPANSMITH_RETURN_ATTR(maybe, result))
std::optional<int> Maybe(bool some) { /*guard 3*/
  if (some) { ::std::optional<int> sm_r_3 = 
#line 34 "input.cc"
                   3; if (sm_guard_3.sm_Recording()) {
#line 32 "input.cc"
 try { sm_guard_3.sm_Attribute("maybe", (
#line 32 "input.cc"
                                                     sm_r_3)); } catch (...) { sm_guard_3.sm_AttributeFailed("maybe"); } } return sm_r_3; }
#line 35 "input.cc"
  { ::std::optional<int> sm_r_3 = 
#line 35 "input.cc"
         std::nullopt; if (sm_guard_3.sm_Recording()) {
#line 32 "input.cc"
 try { sm_guard_3.sm_Attribute("maybe", (
#line 32 "input.cc"
                                                     sm_r_3)); } catch (...) { sm_guard_3.sm_AttributeFailed("maybe"); } } return sm_r_3; }
#line 36 "input.cc"
}

}  // namespace

void Run();
void Run() {
  std::printf("%d %d %s %d %d\n", Pointer(true)->Value(), Pointer(false)->Value(), Text().c_str(), Maybe(true).value_or(0),
              Maybe(false).value_or(0));
}
