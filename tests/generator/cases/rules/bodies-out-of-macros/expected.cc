/*prologue*/
#line 1 "input.cc"
// Functions that macros define: the guard goes into the macro's text, where all that begins there can have one.
// flags: -Wno-global-constructors -Wno-exit-time-destructors
#include <cstdio>
#include <string>

#include "<work>/spansmith-headers/cases.<hash>.h"

#define GETTER(type, name) \
  type Get##name() const { /*guard m3578274533_1*/ return name##_; }
#define SETTER(Site, guard) \
  void Set##Site(int value) { /*guard m3578274533_2*/ guard = value; }
#define BODY(...) { /*guard m3578274533_3*/__VA_ARGS__}
#define OPEN(name) static int name(int n) { /*guard m3578274533_4*/
#define CLOSE return n; }
#define TWO(a, b)                        \
  static int a(int n) { /*guard m3578274533_5*/ return n + 1; }  \
  static int b(int n) { /*guard m3578274533_6*/                  \
    /* a comment */                      \
    return n + 2; }
#define MAYBE_CONSTEXPR(qualifier, name) \
  qualifier int name(int n) { return n; }
#define BLOCK(text) { text }
#define TEXT(...) #__VA_ARGS__
#define EXPANDED_TEXT(...) TEXT(__VA_ARGS__)
#define ALSO_TEXT(name) static int name(int n) { return n; }
#define EVALUATE(...) __VA_ARGS__
#define CHECK(...) (std::printf("%s: %d\n", #__VA_ARGS__, __VA_ARGS__))
#define OUTER(name) GETTER(int, name)
#define LINES(name) static int name(int n) { /*guard m3578274533_7*/ return n * __LINE__; }

namespace {

class Thing {
 public:
  explicit Thing(int n) : first_(n) { /*guard 8*/
#line 35 "input.cc"
                                     }
  GETTER(int, first)
  GETTER(std::string, second)
  OUTER(third)
  SETTER(first, first_)
  template <typename T>
  T operator()(T value) const BODY(return value + static_cast<T>(first_);)
  operator bool() const BODY(return first_ != 0;)
  bool operator==(const Thing& other) const BODY(return first_ == other.first_;)

 private:
  int first_;
  std::string second_ = "second";
  int third_ = 3;
};

OPEN(Opened)
CLOSE
TWO(One, Two)
MAYBE_CONSTEXPR(constexpr, Constant)
MAYBE_CONSTEXPR(static, NotConstant)
static_assert(Constant(2) == 2, "");
ALSO_TEXT(Shown)
LINES(Line) LINES(SameLine)

static int Blocks(int n) BLOCK(if (n > 0) BLOCK(return 1;) return 0;)

static std::string Typed(int n) BODY(return std::to_string(n);)

}  // namespace

void Run();
void Run() { /*guard 9*/
  Thing thing(1);
  thing.Setfirst(2);
  const int values[] = {thing.Getfirst(), thing.Getthird(), thing(3),       thing ? 1 : 0, thing == Thing(2) ? 1 : 0,
                        Opened(1),        One(1),           Two(1),         Constant(1),   NotConstant(1),
                        Shown(1),         Line(1),          SameLine(1),    Blocks(1)};
  for (const int value : values) std::printf("%d ", value);
  std::printf("%s %s\n", EXPANDED_TEXT(ALSO_TEXT(Shown)), thing.Getsecond().c_str());
  std::printf("%s\n", Typed(7).c_str());
  const int argument = EVALUATE([](int n) { /*guard m3578274533_10*/ return n + 1; }(1) + [&] { /*guard m3578274533_11*/ return thing.Getfirst(); }());
  CHECK([](int n) { return n; }(4));
  std::printf("%d\n", argument);
  RunCases({&First_instance, &Second_instance});
}
