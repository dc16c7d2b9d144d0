/*prologue*/
#line 1 "input.cc"
// An expression that does not compile is reported in the rule file, where it stands.
// compilers: g++
int Measure(int size);
int Measure(int size) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 4 "rules.yaml"
 try { sm_guard_1.sm_Attribute("size", (
#line 4 "rules.yaml"
            size)); } catch (...) { sm_guard_1.sm_AttributeFailed("size"); }
#line 5 "rules.yaml"
 try { sm_guard_1.sm_Attribute("wrong", (
#line 5 "rules.yaml"
             sise + 1)); } catch (...) { sm_guard_1.sm_AttributeFailed("wrong"); } }
#line 4 "input.cc"
                        return size; }
