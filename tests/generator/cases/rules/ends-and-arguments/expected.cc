/*prologue*/
#line 1 "input.cc"
// Rules say what the annotations of the end, of arguments and of errors say.
// annotations: off
// same-spans: annotations
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

class Store {
 public:
  SPANSMITH_SPAN("Put", SPANSMITH_ARGS(all), SPANSMITH_EXIT_ATTR(store.size, size_), SPANSMITH_ERROR_WHEN(result < 0),
                 SPANSMITH_OK_ON_SUCCESS)
  int Put(const std::string& key, const char* value, bool replace);

 private:
  int size_ = 0;
};

int Store::Put(const std::string& key, const char* value, bool replace) { /*guard 1*/ if (sm_guard_1.sm_Recording()) { try { sm_guard_1.sm_Argument("code.argument.key", (key)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.key"); } try { sm_guard_1.sm_Argument("code.argument.replace", (replace)); } catch (...) { sm_guard_1.sm_AttributeFailed("code.argument.replace"); } } const auto sm_exit_1 = ::spansmith::injected::sm_AtExit([&](::spansmith::injected::sm_Exiting) { if (sm_guard_1.sm_Recording()) {
#line 6 "rules.yaml"
 try { sm_guard_1.sm_Attribute("store.size", (
#line 6 "rules.yaml"
                  size_)); } catch (...) { sm_guard_1.sm_AttributeFailed("store.size"); } } });
#line 20 "input.cc"
  if (value == nullptr) { auto sm_r_1 = 
#line 20 "input.cc"
                               -1; if (sm_guard_1.sm_Recording()) {
#line 7 "rules.yaml"
 try { sm_guard_1.sm_ErrorWhen("result < 0", (
#line 7 "rules.yaml"
                sm_r_1 < 0)); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_ERROR_WHEN"); } } return sm_r_1; }
#line 21 "input.cc"
  size_ += static_cast<int>(key.size()) + (replace ? 0 : 1);
  { int sm_r_1 = 
#line 22 "input.cc"
         size_; if (sm_guard_1.sm_Recording()) {
#line 7 "rules.yaml"
 try { sm_guard_1.sm_ErrorWhen("result < 0", (
#line 7 "rules.yaml"
                sm_r_1 < 0)); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_ERROR_WHEN"); } } return sm_r_1; }
#line 23 "input.cc"
}

void Run();
void Run() {
  Store store;
  const int first = store.Put("a", "b", true);
  std::printf("%d %d\n", first, store.Put("c", nullptr, false));
}
