/*prologue*/
#line 1 "input.cc"
// Returns that come out of macros, under a guard: whole statements, parts of one, nested, with the macro's own locals, and
// out of a system header: made, copied, moved and destroyed as before, and each error that is thrown from them seen. A
// value that a macro gives to a `return` of the function's own is looked at.
// flags: -std=c++17 -isystem sys -Wno-gnu-statement-expression -Wno-pedantic
#include <spansmith/annotations.h>
#include <sys_return.h>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <utility>

namespace {

int copies = 0;
int moves = 0;
struct Text {
  std::string text;
  explicit Text(std::string t) : text(std::move(t)) {}
  Text(const Text& o) : text(o.text) { ++copies; }
  Text(Text&& o) noexcept : text(std::move(o.text)) { ++moves; }
  Text& operator=(const Text&) = delete;
  Text& operator=(Text&&) = delete;
  ~Text() { if (!text.empty()) std::printf("gone %s\n", text.c_str()); }
};
Text Make(int n) {
  if (n == 9) throw std::runtime_error("nine");
  return Text("made " + std::to_string(n));
}

#define RETURN_WHOLE(x) return x;
#define RETURN_PART return
#define VALUE(n) Make(n)
#define RETURN_IF(condition, x) \
  do {                          \
    if (condition) {            \
      Text held("held");        \
      return x;                 \
    }                           \
  } while (0)
#define RETURN_NESTED(n) RETURN_IF((n) > 1, VALUE(n))
#define ASSIGN_OR_RETURN(name, n) \
  Text name = Make(n);            \
  if (name.text == "made 3") return name
#define CHOOSE(n) __extension__({ if ((n) == 4) RETURN_PART Text("four"); (n) + 1; })
#define CASES(n) case n: RETURN_PART VALUE(n); case n + 1: RETURN_WHOLE(VALUE(n))

SPANSMITH_SPAN("Whole") Text Whole(int n) { /*guard 1*/
#line 48 "input.cc"
                                            RETURN_WHOLE(Make(n)) }
SPANSMITH_SPAN("Part") Text Part(int n) { /*guard 2*/
#line 49 "input.cc"
                                          Text local("local"); if (n == 1) RETURN_PART local; else RETURN_PART VALUE(n); }
SPANSMITH_SPAN("Nested") Text Nested(int n) { /*guard 3*/
#line 50 "input.cc"
                                              RETURN_NESTED(n); return Text("end"); }
SPANSMITH_SPAN("Assigned") Text Assigned(int n) { /*guard 4*/
#line 51 "input.cc"
                                                  ASSIGN_OR_RETURN(one, n); ASSIGN_OR_RETURN(two, n + 1); return two; }
SPANSMITH_SPAN("Inside") Text Inside(int n) { /*guard 5*/
#line 52 "input.cc"
                                              const int m = CHOOSE(n); SYS_RETURN_IF(m == 3, Make(m)); SYS_RETURN(Make(m)); }
SPANSMITH_SPAN("Switched") Text Switched(int n) { /*guard 6*/
#line 53 "input.cc"
                                                  switch (n) { CASES(1); default: SYS_RETURN(Text("default")); } }
SPANSMITH_SPAN("Nothing") void Nothing(int n) { /*guard 7*/
#line 54 "input.cc"
                                                if (n == 1) RETURN_PART; RETURN_IF(n == 2, static_cast<void>(Make(n))); Make(n); }
template <typename T>
SPANSMITH_SPAN("Template") T Template(int n) { /*guard 8*/
#line 56 "input.cc"
                                               RETURN_IF(n == 1, T("template")); T local("T"); 
#ifdef RETURN_WHOLE
#endif
#undef sm_URN_WHOLE
#line 31 "input.cc"
#define sm_URN_WHOLE(x) { static_cast<void>(::spansmith::injected::sm_Passing(sm_guard_8, x)); return x; }
#line 56 "input.cc"
                                                                                               sm_URN_WHOLE(local) }
SPANSMITH_SPAN("Seen", SPANSMITH_RETURN_ATTR(text, result.text)) Text Seen(int n) { /*guard 9*/
#line 57 "input.cc"
                                                                                    if (n == 1) { auto sm_r_9 = 
#line 57 "input.cc"
                                                                                                       Text(VALUE(n)); if (sm_guard_9.sm_Recording()) {
#line 57 "input.cc"
 try { sm_guard_9.sm_Attribute("text", (
#line 57 "input.cc"
                                                   sm_r_9.text)); } catch (...) { sm_guard_9.sm_AttributeFailed("text"); } } return sm_r_9; }
#line 57 "input.cc"
                                                                                                                       Text local = VALUE(n); { if (sm_guard_9.sm_Recording()) { const auto& sm_r_9 = local; static_cast<void>(sm_r_9);
#line 57 "input.cc"
 try { sm_guard_9.sm_Attribute("text", (
#line 57 "input.cc"
                                                   sm_r_9.text)); } catch (...) { sm_guard_9.sm_AttributeFailed("text"); } } 
#line 57 "input.cc"
                                                                                                                                              return local; }
#line 57 "input.cc"
                                                                                                                                                            }

template <typename F>
void Try(const char* what, F function) {
  for (const int n : {1, 2, 3, 4, 9}) {
    copies = moves = 0;
    try {
      function(n);
    } catch (const std::exception& error) {
      std::printf("threw %s\n", error.what());
    }
    std::printf("%s(%d): %d copies, %d moves\n", what, n, copies, moves);
  }
}

}  // namespace

void Run();
void Run() {
  Try("Whole", Whole);
  Try("Part", Part);
  Try("Nested", Nested);
  Try("Assigned", Assigned);
  Try("Inside", Inside);
  Try("Switched", Switched);
  Try("Nothing", Nothing);
  Try("Template", Template<Text>);
  Try("Seen", [](int n) { std::printf("%s\n", Seen(n).text.c_str()); moves = 0; });
}
