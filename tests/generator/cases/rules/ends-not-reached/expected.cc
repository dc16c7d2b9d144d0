/*prologue*/
#line 1 "input.cc"
// Bodies whose end no path leads to, though their last statement does not say so: g++ knows it of the plain ones, at -O0 too,
// and is told of those with a span. An enumeration's switch without a default is left as it is: other values may come.
// flags: -std=c++17 -O0
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

struct Fatal {
  [[noreturn]] ~Fatal() { /*guard 1*/
#line 12 "input.cc"
                          std::abort(); }
  Fatal& operator<<(const char* text) { /*guard 2*/
    std::puts(text);
    return *this;
  }
};
#define CHECK(condition) \
  if (condition) {       \
  } else                 \
    Fatal() << #condition

int Checked(int x) { /*guard 3*/
  if (x > 0) return x;
  CHECK(false);
 SPANSMITH_NOT_REACHED 
#line 26 "input.cc"
}
int Always(int x) { /*guard 4*/
  if (true) return x;
 SPANSMITH_NOT_REACHED 
#line 29 "input.cc"
}
int Once(int x) { /*guard 5*/
  do {
    return x;
  } while (x > 0);
 SPANSMITH_NOT_REACHED 
#line 34 "input.cc"
}
int Asserted(int x) { /*guard 6*/
  switch (x) {
    case 1:
      return 5;
  }
  assert(false);
  std::abort();
}
std::string OnOneLine(int x) { /*guard 7*/
#line 43 "input.cc"
                               if (sizeof(x) == sizeof(int)) return "int";  SPANSMITH_NOT_REACHED 
#line 43 "input.cc"
                                                                           }
const auto kLambda = [](int x) { /*guard 8*/
#line 44 "input.cc"
                                 if (true) { return x; }  SPANSMITH_NOT_REACHED 
#line 44 "input.cc"
                                                         };

enum class Colour { kRed, kGreen };
int Covered(Colour colour) { /*guard 9*/
  switch (colour) {
    case Colour::kRed:
      return 1;
    case Colour::kGreen:
      return 2;
  }
  std::abort();
}

}  // namespace

void Run();
void Run() { /*guard 10*/
  std::printf("%d\n", Checked(1));
  std::printf("%d\n", Always(2));
  std::printf("%d\n", Once(3));
  std::printf("%d\n", Asserted(1));
  std::printf("%s\n", OnOneLine(4).c_str());
  std::printf("%d\n", kLambda(5));
  std::printf("%d\n", Covered(Colour::kGreen));
}
