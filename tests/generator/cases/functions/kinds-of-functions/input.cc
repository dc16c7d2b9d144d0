// Constructors, destructors, operators, conversions, static, virtual, const, ref-qualified, noexcept, trailing return
// type, nested namespaces, local classes, extern "C", main's sibling.
#include <spansmith/annotations.h>

#include <cstdio>

namespace SPANSMITH_SCOPE("outer") outer {
inline namespace v1 {
class Thing {
 public:
  SPANSMITH_SPAN("construct") explicit Thing(int value) : value_(value) { std::puts("made"); }
  SPANSMITH_SPAN("destroy") virtual ~Thing() { std::puts("gone"); }
  Thing(const Thing&) = delete;
  Thing& operator=(const Thing&) = delete;
  SPANSMITH_SPAN("static") static int Static() { return 1; }
  SPANSMITH_SPAN("virtual") virtual int Virtual() const noexcept { return value_; }
  SPANSMITH_SPAN("operator") int operator()(int x) const& { return x + value_; }
  SPANSMITH_SPAN("conversion") explicit operator bool() const { return value_ != 0; }
  SPANSMITH_SPAN("trailing") auto Trailing() -> int* { return &value_; }
  SPANSMITH_SPAN("deduced") auto Deduced() { return value_ * 2; }

 private:
  int value_;
};
}  // namespace v1
}  // namespace outer

extern "C" {
SPANSMITH_SPAN("c") int spansmith_case_c(int value);
int spansmith_case_c(int value) { return value; }
}

void Run();
SPANSMITH_SPAN("Run", SPANSMITH_KIND(server)) void Run() {
  struct Local {
    SPANSMITH_SPAN("local") static int Twice(int x) { return x * 2; }
  };
  outer::Thing thing(3);
  const int values[] = {outer::Thing::Static(), thing.Virtual(), thing(1), thing ? 1 : 0, *thing.Trailing(),
                        thing.Deduced(), Local::Twice(4), spansmith_case_c(5)};
  for (const int value : values) std::printf("%d ", value);
  std::puts("");
}
