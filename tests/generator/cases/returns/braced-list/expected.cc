/*prologue*/
#line 1 "input.cc"
// `return {...};` keeps its meaning: list-initialisation of the returned type.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

SPANSMITH_SPAN("List", SPANSMITH_RETURN_ATTR(count, result.size()))
static std::vector<int> List() { /*guard 1*/
  { ::std::vector<int> sm_r_1 = 
#line 11 "input.cc"
         {4, 2}; if (sm_guard_1.sm_Recording()) {
#line 9 "input.cc"
 try { sm_guard_1.sm_Attribute("count", (
#line 9 "input.cc"
                                                    sm_r_1.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("count"); } } return sm_r_1; }
#line 12 "input.cc"
}

SPANSMITH_SPAN("Pair", SPANSMITH_RETURN_ATTR(first, result.first))
static std::pair<std::string, int> Pair() { /*guard 2*/
#line 15 "input.cc"
                                            { ::std::pair< ::std::string, int> sm_r_2 = 
#line 15 "input.cc"
                                                   {"a", 1}; if (sm_guard_2.sm_Recording()) {
#line 14 "input.cc"
 try { sm_guard_2.sm_Attribute("first", (
#line 14 "input.cc"
                                                    sm_r_2.first)); } catch (...) { sm_guard_2.sm_AttributeFailed("first"); } } return sm_r_2; }
#line 15 "input.cc"
                                                             }

void Run();
void Run() { std::printf("%zu %s\n", List().size(), Pair().first.c_str()); }
