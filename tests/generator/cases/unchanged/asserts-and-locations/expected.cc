/*prologue*/
#line 1 "input.cc"
// The texts that a source has of itself: assert's message, __func__ and __PRETTY_FUNCTION__ in each kind of function,
// std::source_location, __builtin_LINE as a default argument, types by typeid: as without the tool, under a guard, a note
// and a return that is looked at.
// flags: -std=c++20 -UNDEBUG -Wno-pedantic
#include <spansmith/annotations.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <source_location>
#include <string>
#include <typeinfo>

// What assert says before it ends a process: of a child, under a name that is the same in both programs.
static void InChild(int n, const char* text);

static void Say(const char* function, const char* pretty, const std::source_location& at = std::source_location::current(),
                int line = __builtin_LINE()) {
  std::printf("%s | %s | %s:%u:%u | %d\n", function, pretty, at.function_name(), at.line(), at.column(), line);
}
#define SAY Say(__func__, __PRETTY_FUNCTION__)

namespace outer {
template <typename T>
struct Box {
  SPANSMITH_SPAN("Box") explicit Box(T v) : value(v) { /*guard 1*/
#line 31 "input.cc"
                                                       SAY; }
  SPANSMITH_SPAN("~Box") ~Box() { /*guard 2*/
#line 32 "input.cc"
                                  SAY; }
  SPANSMITH_SPAN("Get", SPANSMITH_ATTR(line, __LINE__)) T Get() const& { /*guard 3*/ if (sm_guard_3.sm_Recording()) {
#line 33 "input.cc"
 try { sm_guard_3.sm_Attribute("line", (
#line 33 "input.cc"
                                             __LINE__)); } catch (...) { sm_guard_3.sm_AttributeFailed("line"); } }
#line 33 "input.cc"
                                                                         SAY; return value; }
  SPANSMITH_SPAN("convert") explicit operator bool() const { /*guard 4*/
#line 34 "input.cc"
                                                             SAY; return true; }
  template <typename U>
  SPANSMITH_SPAN("Add", SPANSMITH_RETURN_ATTR(r, result)) int Add(U other) { /*guard 5*/
    SAY; const int sum = static_cast<int>(value) + static_cast<int>(other); { if (sm_guard_5.sm_Recording()) { const auto& sm_r_5 = sum; static_cast<void>(sm_r_5);
#line 36 "input.cc"
 try { sm_guard_5.sm_Attribute("r", (
#line 36 "input.cc"
                                                 sm_r_5)); } catch (...) { sm_guard_5.sm_AttributeFailed("r"); } } 
#line 37 "input.cc"
                                                                            return sum; }
#line 37 "input.cc"
                                                                                        }
  T value;
};
}  // namespace outer

SPANSMITH_SPAN("Asserts", SPANSMITH_RETURN_ATTR(r, result))
static int Asserts(int n, const char* text) { /*guard 6*/
#line 43 "input.cc"
                                              { if (sm_guard_6.sm_Recording()) {
#line 43 "input.cc"
 try { sm_guard_6.sm_Attribute("n", (
#line 43 "input.cc"
                                                                n)); } catch (...) { sm_guard_6.sm_AttributeFailed("n"); } } 
#line 43 "input.cc"
                                              SPANSMITH_NOTE(n, n); }
#line 43 "input.cc"
                                                                    assert(n < 2 && "too many"); assert(text != nullptr);
  { if (sm_guard_6.sm_Recording()) { const auto& sm_r_6 = n; static_cast<void>(sm_r_6);
#line 42 "input.cc"
 try { sm_guard_6.sm_Attribute("r", (
#line 42 "input.cc"
                                                   sm_r_6)); } catch (...) { sm_guard_6.sm_AttributeFailed("r"); } } 
#line 44 "input.cc"
  return n; }
#line 44 "input.cc"
            }
SPANSMITH_SPAN("Line", SPANSMITH_ATTR(n, n)) static unsigned Line(int n) { /*guard 7*/ if (sm_guard_7.sm_Recording()) {
#line 45 "input.cc"
 try { sm_guard_7.sm_Attribute("n", (
#line 45 "input.cc"
                                         n)); } catch (...) { sm_guard_7.sm_AttributeFailed("n"); } }
#line 45 "input.cc"
                                                                           if (n) return std::source_location::current().line();
  return static_cast<unsigned>(__builtin_LINE()); }
SPANSMITH_SPAN("Auto") static auto Auto(auto value) { /*guard 8*/
#line 47 "input.cc"
                                                      SAY; return [value] SPANSMITH_SPAN("lambda") (int n) { /*guard 9*/
#line 47 "input.cc"
                                                                                                             SAY; return value + n; }; }

static void InChild(int n, const char* text) {
  std::fflush(stdout);
  if (const pid_t child = fork(); child != 0) {
    int status = 0;
    const bool ended = waitpid(child, &status, 0) == child;
    std::printf("%d %d\n", ended ? 1 : 0, WIFSIGNALED(status) ? WTERMSIG(status) : 0);
    return;
  }
  static char name[] = "program";
  program_invocation_short_name = name;
  const rlimit none{};
  setrlimit(RLIMIT_CORE, &none);
  setenv("OTEL_TRACES_EXPORTER", "none", 1);  // the recorder stays with the parent
  dup2(1, 2);
  _exit(Asserts(n, text));
}

void Run();
void Run() {
  outer::Box<int> box(3);
  const int values[] = {box.Get(), box ? 1 : 0, box.Add('a')};
  std::printf("%d %d %d\n", values[0], values[1], values[2]);
  for (const int n : {1, 2}) {
    InChild(n, n == 1 ? nullptr : "x");
  }
  const unsigned lines[] = {Line(1), Line(0)};
  std::printf("%u %u\n", lines[0], lines[1]);
  const auto lambda = Auto(2);
  std::printf("%d %s\n", lambda(3), typeid(lambda).name());
}
