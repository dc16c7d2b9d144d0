// Jumps: out of scopes and into them, backwards, computed, out of a switch, setjmp and longjmp within and across.
// flags: -std=c++17 -Wno-gnu-label-as-value -Wno-pedantic
#include <spansmith/annotations.h>

#include <csetjmp>
#include <cstdio>
#include <string>

SPANSMITH_SPAN("Scopes", SPANSMITH_RETURN_ATTR(r, result))
static int Scopes(int n) {
  int rounds = 0;
back:
  ++rounds;
  {
    const std::string held(3, 'x');
    if (rounds < n) goto back;
    if (n == 0) goto out;
  }
  if (n > 5) goto in;
  while (rounds < 100) {
    rounds += 10;
  in:
    rounds += 1;
    if (rounds > 50) goto out;
  }
out:
  SPANSMITH_NOTE(rounds, rounds);
  return rounds;
}

SPANSMITH_SPAN("Computed", SPANSMITH_RETURN_ATTR(r, result))
static int Computed(const char* code) {
  static const void* const kTargets[] = {&&add, &&twice, &&stop};
  int value = 1;
next:
  goto* kTargets[*code++ - '0'];
add:
  value += 1;
  goto next;
twice:
  value *= 2;
  goto next;
stop:
  return value;
}

SPANSMITH_SPAN("Switch", SPANSMITH_RETURN_ATTR(r, result))
static int Switch(int n) {
  switch (n)
    while (n < 10) {
      case 1: ++n; [[fallthrough]];
      case 2: n += 2; if (n == 4) goto four; [[fallthrough]];
      default: n += 5;
    }
  return n;
four:
  return 4;
}

static std::jmp_buf jump;
SPANSMITH_SPAN("Deep") static void Deep(int n) {
  if (n == 3) std::longjmp(jump, n);
}
SPANSMITH_SPAN("Set", SPANSMITH_RETURN_ATTR(r, result), SPANSMITH_EXIT_ATTR(n, n)) static int Set(int n) {
  volatile int tries = 0;
  const int came = setjmp(jump);
  tries = tries + 1;
  if (came == 0 && n == 1) std::longjmp(jump, 7);
  return came * 10 + tries;
}
static int Across() {
  if (setjmp(jump) != 0) return 1;
  Deep(2);
  return 0;
}

void Run();
void Run() {
  std::printf("%d %d %d %d\n", Scopes(0), Scopes(3), Scopes(7), Computed("0112"));
  std::printf("%d %d %d %d %d\n", Switch(1), Switch(2), Switch(3), Switch(20), Across());
  std::printf("%d %d\n", Set(0), Set(1));
}
