/*prologue*/
#line 1 "input.cc"
// A function-try-block: the guard is around the handlers too, and what they catch is no error. Of a constructor or
// destructor it is in the first block alone, and what leaves that is one.
#include <spansmith/annotations.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

SPANSMITH_SPAN("caught", SPANSMITH_ATTR(n, n), SPANSMITH_RETURN_ATTR(returned, result)) int Caught(int n) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 12 "input.cc"
 try { sm_guard_1.sm_Attribute("n", (
#line 12 "input.cc"
                                           n)); } catch (...) { sm_guard_1.sm_AttributeFailed("n"); } } 
#line 12 "input.cc"
                                                                                                          try {
  if (n > 2) throw n;
  { if (sm_guard_1.sm_Recording()) { const auto& sm_r_1 = n; static_cast<void>(sm_r_1);
#line 12 "input.cc"
 try { sm_guard_1.sm_Attribute("returned", (
#line 12 "input.cc"
                                                                               sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("returned"); } } 
#line 14 "input.cc"
  return n; }
} catch (int thrown) {
  { if (sm_guard_1.sm_Recording()) {
#line 16 "input.cc"
 try { sm_guard_1.sm_Attribute("thrown", (
#line 16 "input.cc"
                         thrown)); } catch (...) { sm_guard_1.sm_AttributeFailed("thrown"); } } 
#line 16 "input.cc"
  SPANSMITH_NOTE(thrown, thrown); }
  { auto sm_r_1 = 
#line 17 "input.cc"
         -thrown; if (sm_guard_1.sm_Recording()) {
#line 12 "input.cc"
 try { sm_guard_1.sm_Attribute("returned", (
#line 12 "input.cc"
                                                                               sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("returned"); } } return sm_r_1; }
#line 18 "input.cc"
} catch (...) { { auto sm_r_1 = 
#line 18 "input.cc"
                       0; if (sm_guard_1.sm_Recording()) {
#line 12 "input.cc"
 try { sm_guard_1.sm_Attribute("returned", (
#line 12 "input.cc"
                                                                               sm_r_1)); } catch (...) { sm_guard_1.sm_AttributeFailed("returned"); } } return sm_r_1; }
#line 18 "input.cc"
                          } }

SPANSMITH_SPAN("rethrown", SPANSMITH_ERROR_TEXT("failed")) void Rethrown() { /*guard 2*/ 
#line 20 "input.cc"
                                                                           try { throw std::runtime_error("again"); } catch (const std::exception&) { throw; } }

template <typename T>
SPANSMITH_SPAN("template") auto Template(T value) -> T { /*guard 3*/ 
#line 23 "input.cc"
                                                       try {
  { if (sm_guard_3.sm_Recording()) { const auto& sm_r_3 = value; static_cast<void>(sm_r_3); ::spansmith::injected::sm_LookAt(sm_guard_3, sm_r_3); } 
#line 24 "input.cc"
  return value; }
} catch (...) {
  return T();
} }

class Member {
 public:
  SPANSMITH_SPAN("construct") explicit Member(int n) try : value_(n > 1 ? throw n : n) { /*guard 4*/
    if (n == 1) throw std::runtime_error("one");
    std::puts("made");
  } catch (int) {
    std::puts("an int");
  } catch (const std::exception& error) {
    std::printf("%s\n", error.what());
    throw;
  }
  SPANSMITH_SPAN("destroy") ~Member() try { /*guard 5*/
#line 40 "input.cc"
                                            std::printf("gone %d\n", value_); } catch (...) {
  }
  Member(const Member&) = delete;
  Member& operator=(const Member&) = delete;

 private:
  int value_;
};

}  // namespace

void Run();
SPANSMITH_SPAN("Run") void Run() { /*guard 6*/
  const int caught[] = {Caught(1), Caught(5)};
  std::printf("%d %d\n", caught[0], caught[1]);
  try {
    Rethrown();
  } catch (const std::exception& error) {
    std::printf("%s %s\n", error.what(), Template(std::string("t")).c_str());
  }
  for (int i = 0; i < 3; ++i) {
    try {
      const Member member(i);
    } catch (...) {
      std::puts("thrown");
    }
  }
}
