/*prologue*/
#line 1 "input.cc"
// Constructors, destructors, operators, conversions, static, virtual, const, ref-qualified, noexcept, trailing return
// type, nested namespaces, local classes, extern "C", main's sibling.
#include <spansmith/annotations.h>

#include <cstdio>

namespace SPANSMITH_SCOPE("outer") outer {
inline namespace v1 {
class Thing {
 public:
  SPANSMITH_SPAN("construct") explicit Thing(int value) : value_(value) { /*guard 1*/
#line 11 "input.cc"
                                                                          std::puts("made"); }
  SPANSMITH_SPAN("destroy") virtual ~Thing() { /*guard 2*/
#line 12 "input.cc"
                                               std::puts("gone"); }
  Thing(const Thing&) = delete;
  Thing& operator=(const Thing&) = delete;
  SPANSMITH_SPAN("static") static int Static() { /*guard 3*/
#line 15 "input.cc"
                                                 return 1; }
  SPANSMITH_SPAN("virtual") virtual int Virtual() const noexcept { /*guard 4*/
#line 16 "input.cc"
                                                                   return value_; }
  SPANSMITH_SPAN("operator") int operator()(int x) const& { /*guard 5*/
#line 17 "input.cc"
                                                            return x + value_; }
  SPANSMITH_SPAN("conversion") explicit operator bool() const { /*guard 6*/
#line 18 "input.cc"
                                                                return value_ != 0; }
  SPANSMITH_SPAN("trailing") auto Trailing() -> int* { /*guard 7*/
#line 19 "input.cc"
                                                       return &value_; }
  SPANSMITH_SPAN("deduced") auto Deduced() { /*guard 8*/
#line 20 "input.cc"
                                             return value_ * 2; }

 private:
  int value_;
};
}  // namespace v1
}  // namespace outer

extern "C" {
SPANSMITH_SPAN("c") int spansmith_case_c(int value);
int spansmith_case_c(int value) { /*guard 9*/
#line 30 "input.cc"
                                  return value; }
}

void Run();
SPANSMITH_SPAN("Run", SPANSMITH_KIND(server)) void Run() { /*guard 10*/
  struct Local {
    SPANSMITH_SPAN("local") static int Twice(int x) { /*guard 11*/
#line 36 "input.cc"
                                                      return x * 2; }
  };
  outer::Thing thing(3);
  const int values[] = {outer::Thing::Static(), thing.Virtual(), thing(1), thing ? 1 : 0, *thing.Trailing(),
                        thing.Deduced(), Local::Twice(4), spansmith_case_c(5)};
  for (const int value : values) std::printf("%d ", value);
  std::puts("");
}
