/*prologue*/
#line 1 "input.cc"
// `return parameter;` still moves out of the parameter, and only once.
#include <spansmith/annotations.h>

#include <cstdio>
#include <memory>
#include <utility>

struct Counted {
  std::unique_ptr<int> value;
  explicit Counted(int v) : value(std::make_unique<int>(v)) {}
  Counted(Counted&& other) noexcept : value(std::move(other.value)) { std::puts("move"); }
};

SPANSMITH_SPAN("Pass", SPANSMITH_RETURN_ATTR(value, *result.value))
static Counted Pass(Counted counted) { /*guard 1*/
  { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = counted; static_cast<void>(sm_r_1);
#line 14 "input.cc"
 try { sm_guard_1.sm_Attribute("value", (
#line 14 "input.cc"
                                                    *sm_r_1.value)); } catch (...) { sm_guard_1.sm_AttributeFailed("value"); } } 
#line 16 "input.cc"
  return counted; }
}

void Run();
void Run() { std::printf("%d\n", *Pass(Counted(7)).value); }
