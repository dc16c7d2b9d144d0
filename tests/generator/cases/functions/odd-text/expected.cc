/*prologue*/
#line 1 "input.cc"
// What text may look like around a body: spliced lines, comments and directives between its tokens, digraphs, raw strings,
// #line, an #include inside, functions made by lists, local labels, macros with the names of keywords.
// flags: -std=c++20
#include <cstdio>
#include <source_location>

#define private public
#define EMPTY
#define LPAREN (
#define RPAREN )
#define BEGIN { /*guard m3578274533_1*/
#define END }
#define NUMBERS(X) X(One, 1) X(Two, 2) \
  X(Three, 3)
#define DEFINE(name, value) static int name() { /*guard m3578274533_2*/ return value + __LINE__ - __LINE__; }
#define CAT_(a, b) a##b
#define CAT(a, b) CAT_(a, b)
#define UNIQUE(body) static int CAT(unique_, __COUNTER__)() body

namespace text {

class Hidden {
 private:
  int Get() const { /*guard 3*/
#line 24 "input.cc"
                    return 1; }
};

static int Spl\
iced(int n)\
{ /*guard 4*/
#line 29 "input.cc"
 \
  ret\
urn n; }
static int Comments /* a */ ( /* b */ int n // c
  ) // d
  /* e */ { /*guard 5*/
#line 34 "input.cc"
            /* f */ // g
  return /* h */ n; /* i */ } /* j */ static int SameLine() { /*guard 6*/
#line 35 "input.cc"
                                                              return 2; }
static int Digraphs(int n) <% /*guard 7*/
#line 36 "input.cc"
                              int a<:2:> = <%n, 3%>; return a<:1:>; %>
static int Raw() { /*guard 8*/
#line 37 "input.cc"
                   return sizeof(R"x({ return }
# 12 "nothing"
)x"); }
static int Directives(int n) { /*guard 9*/
#if defined(__clang__) || 1
  n += 1;
#else
  this is no code {
#endif
#undef EMPTY
#define EMPTY + 0
  return n EMPTY;
#pragma GCC diagnostic push
}
#pragma GCC diagnostic pop
static int Lines() { /*guard 10*/
#line 1000 "elsewhere.cc"
  return __LINE__;
}
#line 57 "input.cc"
static int Included(int n) { /*guard 11*/
#include "<case>/./body.inc"
}
static int OpenedElsewhere(int n)
#include "<case>/./opened.inc"
  return n + 1;
}
static int Parentheses LPAREN int n RPAREN { /*guard 12*/
#line 64 "input.cc"
                                             return n; }
static int Braces(int n) BEGIN return n; END
NUMBERS(DEFINE)
UNIQUE({ /*guard m3578274533_13*/ return 8; })
static int Named(const std::source_location& at = std::source_location::current()) { /*guard 14*/
#line 68 "input.cc"
                                                                                     return static_cast<int>(at.line()); }
static int Labels(int n) {
  __label__ again, out; /*guard 15*/
again:
  if (n > 3) goto out;
  ++n;
  goto again;
out:
  return n;
}
static const char* Names() { /*guard 16*/
#line 78 "input.cc"
                             return __PRETTY_FUNCTION__; }
static int ünïcode(int größe) { /*guard 17*/
#line 79 "input.cc"
                                    return größe; }
static int Empty() { /*guard 18*/
#line 80 "input.cc"
                     ; ; { } return 0; }
static void Nothing() { /*guard 19*/
#line 81 "input.cc"
                       }
static void NothingAtAll() { /*guard 20*/
}
static auto Immediately = [] { return 5; }();
static int Statement(int n) { /*guard 21*/
#line 85 "input.cc"
                              return ({ int m = n; if (m > 3) return 30; m + 1; }); }

}  // namespace text

void Run();
void Run() { /*guard 22*/
  using namespace text;
  const int shown[] = {Hidden().Get(), Spliced(1), Comments(2), SameLine(), Digraphs(1), Raw(), Directives(1), Lines()};
  for (const int value : shown) std::printf("%d ", value);
  const int more[] = {Included(1), OpenedElsewhere(1), Parentheses(2), Braces(3), One(), Two(), Three(), Named(), Labels(0), unique_0()};
  for (const int value : more) std::printf("%d ", value);
  const int rest[] = {ünïcode(3), Empty(), Immediately, Statement(1), Statement(4)};
  for (const int value : rest) std::printf("%d ", value);
  std::printf("%s\n", Names());
  Nothing();
  NothingAtAll();
}
