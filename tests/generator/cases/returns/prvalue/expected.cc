/*prologue*/
#line 1 "input.cc"
// An observed temporary: one move at most, which an ordinary string does not show; the value is the same.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

SPANSMITH_BUILD("Name", SPANSMITH_RETURN_ATTR(name.length, result.size()))
static std::string Name(const std::string& ns, const std::string& name) { /*guard 1*/
  { auto sm_r_1 = 
#line 9 "input.cc"
         ns + "/" + name; if (sm_guard_1.sm_Recording()) {
#line 7 "input.cc"
 try { sm_guard_1.sm_Attribute("name.length", (
#line 7 "input.cc"
                                                           sm_r_1.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("name.length"); } } return sm_r_1; }
#line 10 "input.cc"
}

void Run();
void Run() { std::puts(Name("default", "my-db").c_str()); }
