/*prologue*/
#line 1 "input.cc"
// Rules refine one another in their order; an annotation goes before all of them, `ignore` before every rule.
#include <spansmith/annotations.h>

#include <string>

namespace shop {

SPANSMITH_SPAN("Annotated") static int Annotated(int value) { /*guard 1*/
#line 8 "input.cc"
                                                              return value; }
SPANSMITH_IGNORE static int Marked(int value) { return value; }
static int Ignored(int value) { return value; }
static int Refined(int value) { /*guard 2*/ if (sm_guard_2.sm_Recording()) {
#line 6 "rules-b.yaml"
 try { sm_guard_2.sm_Attribute("value", (
#line 6 "rules-b.yaml"
             value + 100)); } catch (...) { sm_guard_2.sm_AttributeFailed("value"); }
#line 9 "rules-a.yaml"
 try { sm_guard_2.sm_Attribute("kept", (
#line 9 "rules-a.yaml"
             "kept")); } catch (...) { sm_guard_2.sm_AttributeFailed("kept"); }
#line 7 "rules-b.yaml"
 try { sm_guard_2.sm_Attribute("added", (
#line 7 "rules-b.yaml"
             value * 1.5)); } catch (...) { sm_guard_2.sm_AttributeFailed("added"); } }
#line 11 "input.cc"
                                return value; }
static int Plain(int value) { /*guard 3*/ if (sm_guard_3.sm_Recording()) {
#line 8 "rules-a.yaml"
 try { sm_guard_3.sm_Attribute("value", (
#line 8 "rules-a.yaml"
             value)); } catch (...) { sm_guard_3.sm_AttributeFailed("value"); }
#line 9 "rules-a.yaml"
 try { sm_guard_3.sm_Attribute("kept", (
#line 9 "rules-a.yaml"
             "kept")); } catch (...) { sm_guard_3.sm_AttributeFailed("kept"); } }
#line 12 "input.cc"
                              return value; }
static int Excluded(int value) { return value; }

}  // namespace shop

void Run();
void Run() {
  shop::Annotated(1);
  shop::Marked(2);
  shop::Ignored(3);
  shop::Refined(4);
  shop::Plain(5);
  shop::Excluded(6);
}
