// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How many instructions a call of an instrumented function executes while tracing is disabled, against the same
// function plain: counted one by one (ptrace), after a first call that started the runtime. Built by codegen.sh.

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace plain {
int Work(const char* name, int size);
}
namespace traced {
int Work(const char* name, int size);
}

namespace {

using Function = int (*)(const char*, int);

// The child: two traps around the call.
[[noreturn]] void Call(Function function) {
  ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
  volatile int sink = function("warm", 3) + function("warm", 3);
  raise(SIGSTOP);
  asm volatile("int3" ::: "memory");
  sink = sink + function("name", 3);
  asm volatile("int3" ::: "memory");
  _exit(0);
}

long Count(Function function) {
  const pid_t child = fork();
  if (child == 0) Call(function);
  int status = 0;
  long count = -1;  // below 0: before the first trap
  waitpid(child, &status, 0);
  ptrace(PTRACE_CONT, child, nullptr, nullptr);
  while (waitpid(child, &status, 0) == child && WIFSTOPPED(status)) {
    siginfo_t info{};
    ptrace(PTRACE_GETSIGINFO, child, nullptr, &info);
    const bool trap = WSTOPSIG(status) == SIGTRAP && info.si_code != TRAP_TRACE;
    if (trap && count >= 0) break;
    ++count;
    ptrace(PTRACE_SINGLESTEP, child, nullptr, nullptr);
  }
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  return count;
}

int Nothing(const char*, int) { return 0; }

}  // namespace

int main() {
  const long nothing = Count(&Nothing);
  const long plain_count = Count(&plain::Work) - nothing;
  const long traced_count = Count(&traced::Work) - nothing;
  std::printf("instructions executed by a call: plain %ld, instrumented with tracing disabled %ld (%+ld)\n",
              plain_count, traced_count, traced_count - plain_count);
  return 0;
}
