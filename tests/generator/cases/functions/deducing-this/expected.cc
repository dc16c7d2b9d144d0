/*prologue*/
#line 1 "input.cc"
// Explicit object parameters: by value, by reference, deduced, recursive lambdas; attributes of `self`.
// flags: -std=c++23
// compilers: clang++
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>
#include <utility>

struct Builder {
  std::string text;
  template <typename Self>
  SPANSMITH_SPAN("Add", SPANSMITH_ATTR(before, self.text.size()), SPANSMITH_EXIT_ATTR(after, self.text.size()))
  auto&& Add(this Self&& self, const char* more) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 13 "input.cc"
 try { sm_guard_1.sm_Attribute("before", (
#line 13 "input.cc"
                                               self.text.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("before"); } } const auto sm_exit_1 = ::spansmith::injected::sm_AtExit([&](::spansmith::injected::sm_Exiting) { if (sm_guard_1.sm_Recording()) {
#line 13 "input.cc"
 try { sm_guard_1.sm_Attribute("after", (
#line 13 "input.cc"
                                                                                             self.text.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("after"); } } });
#line 15 "input.cc"
    self.text += more;
    return std::forward<Self>(self);
  }
  SPANSMITH_SPAN("Size", SPANSMITH_RETURN_ATTR(size, result)) int Size(this const Builder& self) { /*guard 2*/
    { auto sm_r_2 = 
#line 19 "input.cc"
           static_cast<int>(self.text.size()); if (sm_guard_2.sm_Recording()) {
#line 18 "input.cc"
 try { sm_guard_2.sm_Attribute("size", (
#line 18 "input.cc"
                                                     sm_r_2)); } catch (...) { sm_guard_2.sm_AttributeFailed("size"); } } return sm_r_2; }
#line 20 "input.cc"
  }
  SPANSMITH_SPAN("Copy", SPANSMITH_ARGS(all)) int Copy(this Builder self, int n) { /*guard 3*/ if (sm_guard_3.sm_Recording()) { try { sm_guard_3.sm_Argument("code.argument.self", (self)); } catch (...) { sm_guard_3.sm_AttributeFailed("code.argument.self"); } try { sm_guard_3.sm_Argument("code.argument.n", (n)); } catch (...) { sm_guard_3.sm_AttributeFailed("code.argument.n"); } }
    self.text.clear();
    return n;
  }
};

void Run();
void Run() {
  Builder builder;
  const int size = builder.Add("a").Add("bc").Size();
  const auto factorial = [] SPANSMITH_SPAN("factorial", SPANSMITH_ARGS(n)) (this auto self, int n) -> int { /*guard 4*/ if (sm_guard_4.sm_Recording()) {
#line 31 "input.cc"
 try { sm_guard_4.sm_Attribute("code.argument.n", (
#line 31 "input.cc"
                                                                       n)); } catch (...) { sm_guard_4.sm_AttributeFailed("code.argument.n"); } }
#line 32 "input.cc"
    return n < 2 ? 1 : n * self(n - 1);
  };
  std::printf("%d %d %d %s\n", size, builder.Copy(4), factorial(3), Builder().Add("x").text.c_str());
}
