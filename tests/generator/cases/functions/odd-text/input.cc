// What text may look like around a body: spliced lines, comments and directives between its tokens, digraphs, raw strings,
// #line, an #include inside, functions made by lists, local labels, macros with the names of keywords.
// flags: -std=c++20
#include <cstdio>
#include <source_location>

#define private public
#define EMPTY
#define LPAREN (
#define RPAREN )
#define BEGIN {
#define END }
#define NUMBERS(X) X(One, 1) X(Two, 2) \
  X(Three, 3)
#define DEFINE(name, value) static int name() { return value + __LINE__ - __LINE__; }
#define CAT_(a, b) a##b
#define CAT(a, b) CAT_(a, b)
#define UNIQUE(body) static int CAT(unique_, __COUNTER__)() body

namespace text {

class Hidden {
 private:
  int Get() const { return 1; }
};

static int Spl\
iced(int n)\
{\
  ret\
urn n; }
static int Comments /* a */ ( /* b */ int n // c
  ) // d
  /* e */ { /* f */ // g
  return /* h */ n; /* i */ } /* j */ static int SameLine() { return 2; }
static int Digraphs(int n) <% int a<:2:> = <%n, 3%>; return a<:1:>; %>
static int Raw() { return sizeof(R"x({ return }
# 12 "nothing"
)x"); }
static int Directives(int n) {
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
static int Lines() {
#line 1000 "elsewhere.cc"
  return __LINE__;
}
#line 57 "input.cc"
static int Included(int n) {
#include "body.inc"
}
static int OpenedElsewhere(int n)
#include "opened.inc"
  return n + 1;
}
static int Parentheses LPAREN int n RPAREN { return n; }
static int Braces(int n) BEGIN return n; END
NUMBERS(DEFINE)
UNIQUE({ return 8; })
static int Named(const std::source_location& at = std::source_location::current()) { return static_cast<int>(at.line()); }
static int Labels(int n) {
  __label__ again, out;
again:
  if (n > 3) goto out;
  ++n;
  goto again;
out:
  return n;
}
static const char* Names() { return __PRETTY_FUNCTION__; }
static int ünïcode(int größe) { return größe; }
static int Empty() { ; ; { } return 0; }
static void Nothing() {}
static void NothingAtAll() {
}
static auto Immediately = [] { return 5; }();
static int Statement(int n) { return ({ int m = n; if (m > 3) return 30; m + 1; }); }

}  // namespace text

void Run();
void Run() {
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
