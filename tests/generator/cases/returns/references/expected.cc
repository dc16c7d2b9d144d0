/*prologue*/
#line 1 "input.cc"
// References stay references, to the same object; a member returned by value is copied once.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>
#include <utility>

struct Counted {
  int copies = 0;
  Counted() = default;
  Counted(const Counted& other) : copies(other.copies + 1) {}
  Counted& operator=(const Counted&) = default;
};

class Holder {
 public:
  SPANSMITH_SPAN("Ref", SPANSMITH_RETURN_ATTR(length, result.size()))
  std::string& Ref() { /*guard 1*/
    { ::std::string & sm_r_1 = 
#line 19 "input.cc"
           text_; if (sm_guard_1.sm_Recording()) {
#line 17 "input.cc"
 try { sm_guard_1.sm_Attribute("length", (
#line 17 "input.cc"
                                                      sm_r_1.size())); } catch (...) { sm_guard_1.sm_AttributeFailed("length"); } } return sm_r_1; }
#line 20 "input.cc"
  }
  SPANSMITH_SPAN("Steal", SPANSMITH_RETURN_ATTR(length, result.size()))
  std::string&& Steal() { /*guard 2*/
#line 22 "input.cc"
                          { ::std::string && sm_r_2 = 
#line 22 "input.cc"
                                 std::move(text_); if (sm_guard_2.sm_Recording()) {
#line 21 "input.cc"
 try { sm_guard_2.sm_Attribute("length", (
#line 21 "input.cc"
                                                        sm_r_2.size())); } catch (...) { sm_guard_2.sm_AttributeFailed("length"); } } return static_cast<decltype(sm_r_2)>(sm_r_2); }
#line 22 "input.cc"
                                                   }
  SPANSMITH_SPAN("Copy", SPANSMITH_RETURN_ATTR(copies, result.copies))
  Counted Copy() const { /*guard 3*/
#line 24 "input.cc"
                         { auto& sm_r_3 = 
#line 24 "input.cc"
                                counted_; if (sm_guard_3.sm_Recording()) {
#line 23 "input.cc"
 try { sm_guard_3.sm_Attribute("copies", (
#line 23 "input.cc"
                                                       sm_r_3.copies)); } catch (...) { sm_guard_3.sm_AttributeFailed("copies"); } } return sm_r_3; }
#line 24 "input.cc"
                                          }

 private:
  std::string text_ = "abc";
  Counted counted_;
};

void Run();
void Run() {
  Holder holder;
  std::string& ref = holder.Ref();
  ref += "d";
  const int copies = holder.Copy().copies;
  const std::string stolen = holder.Steal();
  std::printf("%s %d %d\n", stolen.c_str(), ref.empty() ? 1 : 0, copies);
}
