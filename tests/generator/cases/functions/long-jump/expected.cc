/*prologue*/
#line 1 "input.cc"
// longjmp over functions with spans: the program goes on as before, the spans end there, and the next ones are well.
#include <spansmith/annotations.h>

#include <csetjmp>
#include <cstdio>
#include <cstring>

namespace {

std::jmp_buf buffer;

SPANSMITH_SPAN("Over", SPANSMITH_ATTR(depth, depth)) void Over(int depth) { /*guard 1*/ if (sm_guard_1.sm_Recording()) {
#line 12 "input.cc"
 try { sm_guard_1.sm_Attribute("depth", (
#line 12 "input.cc"
                                             depth)); } catch (...) { sm_guard_1.sm_AttributeFailed("depth"); } }
#line 13 "input.cc"
  if (depth > 0) Over(depth - 1);
  if (depth == 0) std::longjmp(buffer, 5);
}

void Overwrite() {
  volatile char room[2048];
  for (volatile char& c : room) c = 'x';
}

SPANSMITH_SPAN("Next") int Next(int n) { /*guard 2*/
#line 22 "input.cc"
                                         return n + 1; }

SPANSMITH_SPAN("Land", SPANSMITH_RETURN_ATTR(r, result)) int Land() { /*guard 3*/
  const int came = setjmp(buffer);
  if (came == 0) Over(2);
  Overwrite();
  { auto sm_r_3 = 
#line 28 "input.cc"
         Next(came); if (sm_guard_3.sm_Recording()) {
#line 24 "input.cc"
 try { sm_guard_3.sm_Attribute("r", (
#line 24 "input.cc"
                                                sm_r_3)); } catch (...) { sm_guard_3.sm_AttributeFailed("r"); } } return sm_r_3; }
#line 29 "input.cc"
}

}  // namespace

void Run();
void Run() {
  std::printf("%d\n", Land());
  std::printf("%d\n", Land());
}
