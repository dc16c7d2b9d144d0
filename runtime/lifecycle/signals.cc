// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The handler writes one byte into a pipe; a thread reads it. See signals.h.
#include "lifecycle/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <system_error>

#include "deliver/thread.h"

namespace spansmith::lifecycle {
namespace {

int pipe_ends[2] = {-1, -1};
pid_t owner = 0;
void (*drain_all)() = nullptr;

void Default(int signal_number) {
  struct sigaction action = {};
  action.sa_handler = SIG_DFL;
  sigaction(signal_number, &action, nullptr);
}

// Async-signal-safe.
void OnSignal(int signal_number) {
  const int error = errno;
  if (getpid() != owner) {  // a forked child: the pipe is its parent's
    Default(signal_number);
    raise(signal_number);
  } else {
    const char byte = static_cast<char>(signal_number);
    if (write(pipe_ends[1], &byte, 1) != 1) {
      Default(signal_number);
      raise(signal_number);
    }
  }
  errno = error;
}

void* Main(void*) {
  char byte = 0;
  ssize_t got;
  do {
    got = read(pipe_ends[0], &byte, 1);
  } while (got < 0 && errno == EINTR);
  if (got != 1) return nullptr;
  drain_all();
  Default(byte);
  kill(getpid(), byte);  // this thread blocks it; another takes it, and the process ends by it
  return nullptr;
}

}  // namespace

void DrainOnSignals(void (*drain)()) {
  drain_all = drain;
  owner = getpid();
  if (pipe2(pipe_ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  const pthread_t thread = deliver::StartThread("spansmith-sig", &Main, nullptr);
  pthread_detach(thread);
  for (const int number : {SIGTERM, SIGINT}) {
    struct sigaction present = {};
    if (sigaction(number, nullptr, &present) != 0) continue;
    if ((present.sa_flags & SA_SIGINFO) != 0 || present.sa_handler != SIG_DFL) continue;
    struct sigaction action = {};
    action.sa_handler = &OnSignal;
    action.sa_flags = SA_RESTART | SA_ONSTACK;
    sigfillset(&action.sa_mask);
    sigaction(number, &action, nullptr);
  }
}

}  // namespace spansmith::lifecycle
