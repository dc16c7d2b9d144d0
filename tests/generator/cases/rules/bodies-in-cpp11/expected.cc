/*prologue*/
#line 1 "input.cc"
// A rule for everything in C++11: functions, and those that macros define, whose names are found when they first run.
// flags: -std=c++11
#include <cstdio>
#include <string>

#define DEFINE(name, result) \
  int name(int n) { /*guard m3578274533_1*/ return result; }
#define GETTER(type, name) \
  type name() const { /*guard m3578274533_2*/ return name##_; }

namespace {

DEFINE(Twice, n * 2)
DEFINE(Thrice, n * 3)

struct Holder {
  explicit Holder(int n) : value_(n) { /*guard 3*/
#line 17 "input.cc"
                                      }
  ~Holder() { /*guard 4*/
#line 18 "input.cc"
             }
  GETTER(int, value)
  template <typename T>
  T As() const { /*guard 5*/
    return static_cast<T>(value_);
  }
  int value_;
};

constexpr int Constant(int n) { return n + 1; }

}  // namespace

void Run();
void Run() { /*guard 6*/
  const Holder holder(Constant(2));
  auto lambda = [&](int n) { /*guard 7*/
#line 34 "input.cc"
                             return n + holder.value(); };
  // One a statement: compilers evaluate arguments in the order they like.
  const int twice = Twice(2);
  const int thrice = Thrice(2);
  const int more = lambda(1);
  const long as = holder.As<long>();
  std::printf("%d %d %d %ld\n", twice, thrice, more, as);
}
