/*prologue*/
#line 1 "input.cc"
// A value taken out of a temporary is taken while it lives, and the temporary dies at the end of the return.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>
#include <utility>

struct Noisy {
  std::string text;
  explicit Noisy(std::string t) : text(std::move(t)) {}
  ~Noisy() { std::printf("destroy %s\n", text.c_str()); text = "dead"; }
  Noisy(const Noisy&) = delete;
  Noisy& operator=(const Noisy&) = delete;
  const std::string& Text() const { return text; }
};

SPANSMITH_SPAN("Take", SPANSMITH_RETURN_ATTR(text, result))
static std::string Take() { /*guard 1*/
  { ::std::string sm_r_1 = 
#line 19 "input.cc"
         Noisy("live").Text(); if (sm_guard_1.sm_Recording()) {
#line 17 "input.cc"
 try { sm_guard_1.sm_Attribute("text", (
#line 17 "input.cc"
                                                   sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("text"); } } return sm_r_1; }
#line 20 "input.cc"
}

void Run();
void Run() { std::printf("%s\n", Take().c_str()); }
