// longjmp over functions with spans: the program goes on as before, the spans end there, and the next ones are well.
#include <spansmith/annotations.h>

#include <csetjmp>
#include <cstdio>
#include <cstring>

namespace {

std::jmp_buf buffer;

SPANSMITH_SPAN("Over", SPANSMITH_ATTR(depth, depth)) void Over(int depth) {
  if (depth > 0) Over(depth - 1);
  if (depth == 0) std::longjmp(buffer, 5);
}

void Overwrite() {
  volatile char room[2048];
  for (volatile char& c : room) c = 'x';
}

SPANSMITH_SPAN("Next") int Next(int n) { return n + 1; }

SPANSMITH_SPAN("Land", SPANSMITH_RETURN_ATTR(r, result)) int Land() {
  const int came = setjmp(buffer);
  if (came == 0) Over(2);
  Overwrite();
  return Next(came);
}

}  // namespace

void Run();
void Run() {
  std::printf("%d\n", Land());
  std::printf("%d\n", Land());
}
