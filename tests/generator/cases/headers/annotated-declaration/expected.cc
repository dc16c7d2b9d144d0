/*prologue*/
#line 1 "input.cc"
// An annotation on a declaration in a header holds for the definition here; the header is found beside the source, and
// a class's scope holds for its functions.
#include "<case>/./service.h"

#include <cstdio>

#if __has_include("<case>/./service.h") && __has_include("missing.h") == 0
constexpr int kFound = 1;
#else
constexpr int kFound = 0;
#endif

namespace service {

int Service::Call(int value) const { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 8 "service.h"
 try { sm_guard_1.sm_Attribute("value", (
#line 8 "service.h"
                                               value)); } catch (...) { sm_guard_1.sm_AttributeFailed("value"); }
#line 8 "service.h"
 try { sm_guard_1.sm_Attribute("offset", (
#line 8 "service.h"
                                                                              offset_)); } catch (...) { sm_guard_1.sm_AttributeFailed("offset"); } }
#line 16 "input.cc"
  if (value == 0) return kFound;
  { if (sm_guard_1.sm_Recording()) {
#line 17 "input.cc"
 try { sm_guard_1.sm_Attribute("value.squared", (
#line 17 "input.cc"
                                value * value)); } catch (...) { sm_guard_1.sm_AttributeFailed("value.squared"); } } 
#line 17 "input.cc"
  SPANSMITH_NOTE(value.squared, value * value); }
  return offset_ + value;
}

}  // namespace service

void Run();
void Run() { std::printf("%d %d\n", service::Service().Call(0), service::Service().Call(3)); }
