/*prologue*/
#line 1 "input.cc"
// The definition calls its parameters otherwise than the annotated declaration; two of them change places.
#include "<case>/./service.h"

#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

int Service::Handle(const Request& given, int b, int a) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 12 "service.h"
 try { sm_guard_1.sm_Name((
#line 12 "service.h"
                                             "Handle " + given.name)); } catch (...) { sm_guard_1.sm_AttributeFailed("SPANSMITH_NAME"); } try { sm_guard_1.sm_Attribute("k8s.namespace", (given.ns)); } catch (...) { sm_guard_1.sm_AttributeFailed("k8s.namespace"); } try { sm_guard_1.sm_Attribute("k8s.name", (given.name)); } catch (...) { sm_guard_1.sm_AttributeFailed("k8s.name"); }
#line 12 "service.h"
 try { sm_guard_1.sm_Attribute("a", (
#line 12 "service.h"
                                                                                      b)); } catch (...) { sm_guard_1.sm_AttributeFailed("a"); }
#line 12 "service.h"
 try { sm_guard_1.sm_Attribute("b", (
#line 12 "service.h"
                                                                                                            a)); } catch (...) { sm_guard_1.sm_AttributeFailed("b"); }
#line 13 "service.h"
 try { sm_guard_1.sm_Attribute("text", (
#line 13 "service.h"
                                           "req a b")); } catch (...) { sm_guard_1.sm_AttributeFailed("text"); } }
#line 10 "input.cc"
  { auto sm_r_1 = 
#line 10 "input.cc"
         static_cast<int>(given.name.size()) + a + b; if (sm_guard_1.sm_Recording()) {
#line 13 "service.h"
 try { sm_guard_1.sm_Attribute("sum", (
#line 13 "service.h"
                                                                                  sm_r_1 + a)); } catch (...) { sm_guard_1.sm_AttributeFailed("sum"); } } return sm_r_1; }
#line 11 "input.cc"
}

template <typename T>
class Cache {
 public:
  SPANSMITH_SPAN("Put({T})", SPANSMITH_ATTR(key, key), SPANSMITH_ATTR(member, this->key_), SPANSMITH_LINK(key))
  int Put(const std::string& key, T);

 private:
  std::string key_ = "key";
};

template <typename T>
int Cache<T>::Put(const std::string& other, T value) { /*guard 2*/ if (sm_guard_2.sm_Recording()) {
#line 16 "input.cc"
 try { sm_guard_2.sm_Link((
#line 16 "input.cc"
                                                                                                          other)); } catch (...) { sm_guard_2.sm_AttributeFailed("SPANSMITH_LINK"); }
#line 16 "input.cc"
 try { sm_guard_2.sm_Attribute("key", (
#line 16 "input.cc"
                                                 other)); } catch (...) { sm_guard_2.sm_AttributeFailed("key"); }
#line 16 "input.cc"
 try { sm_guard_2.sm_Attribute("member", (
#line 16 "input.cc"
                                                                              this->key_)); } catch (...) { sm_guard_2.sm_AttributeFailed("member"); } }
#line 25 "input.cc"
  return static_cast<int>(other.size() + sizeof(value));
}

void Run();
void Run() {
  std::printf("%d\n", Service().Handle({"ns", "object"}, 1, 2));
  std::printf("%d\n", Cache<char>().Put("", 'x'));
}
