// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a process can do to itself, a way a word of the command line; every function of it has a span (everything.sh).
#include <pthread.h>
#include <signal.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

struct Global {
  explicit Global(const char* given) : name(given) { std::printf("%s begins\n", Name().c_str()); }
  ~Global() { std::printf("%s ends\n", Name().c_str()); }
  std::string Name() const { return name; }
  const char* name;
};
Global first("first");

struct OfThread {
  ~OfThread() { ++gone; }
  int Touch() { return ++touched; }
  int touched = 0;
  static std::atomic<int> gone;
};
std::atomic<int> OfThread::gone{0};
thread_local OfThread of_thread;

std::atomic<long> allocated{0};
long CountAllocation(long size) { return allocated += size; }

long Add(long a, long b) { return a + b; }
long Fibonacci(int n) { return n < 2 ? n : Add(Fibonacci(n - 1), Fibonacci(n - 2)); }
long Deep(int n) { return n == 0 ? 0 : Add(Deep(n - 1), 1); }

int Hot() {
  std::printf("%ld\n", Fibonacci(22));
  return 0;
}
int Stack() {
  std::printf("%ld\n", Deep(20000));
  return 0;
}

void Work(int n) {
  for (int i = 0; i < 300; ++i) {
    of_thread.Touch();
    try {
      if (Add(i, n) % 7 == 0) throw std::runtime_error("seven");
    } catch (const std::exception&) {
      Fibonacci(5);
    }
  }
}
int Threads() {
  for (int round = 0; round < 4; ++round) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) threads.emplace_back(Work, i);
    for (std::thread& thread : threads) thread.join();
  }
  std::printf("%d\n", OfThread::gone.load());
  return 0;
}
std::atomic<long> spins{0};
int Detached() {
  for (int i = 0; i < 4; ++i) {
    std::thread([] {
      for (;;) spins += Fibonacci(10);
    }).detach();
  }
  Fibonacci(12);
  return 3;
}

int Fork() {
  int sum = 0;
  for (int i = 0; i < 6; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      const long result = Fibonacci(8 + i);
      if (i % 3 == 0) _exit(static_cast<int>(result % 100));
      if (i % 3 == 1) std::exit(static_cast<int>(result % 100));
      std::thread([] { Fibonacci(5); }).join();
      std::quick_exit(static_cast<int>(result % 100));
    }
    int status = 0;
    waitpid(child, &status, 0);
    sum += WEXITSTATUS(status) * (i + 1);
  }
  return sum % 200;
}
char** arguments = nullptr;
int Exec() {
  if (arguments[2] != nullptr) return 7;
  char again[] = "again";
  char* const next[] = {arguments[0], arguments[1], again, nullptr};
  std::fflush(stdout);
  execv(arguments[0], next);
  return 1;
}

std::atomic<int> handled{0};
void Count(int) {
  Add(1, 2);
  ++handled;
}
int Signals() {
  struct sigaction action = {};
  action.sa_handler = Count;
  sigaction(SIGALRM, &action, nullptr);
  itimerval timer = {{0, 300}, {0, 300}};
  setitimer(ITIMER_REAL, &timer, nullptr);
  long sum = 0;
  while (handled < 200) sum = Fibonacci(12);
  timer = {};
  setitimer(ITIMER_REAL, &timer, nullptr);
  std::printf("%ld\n", sum);
  return 0;
}
sigjmp_buf landing;
void Leap(int) { siglongjmp(landing, 1); }
int Fault() {
  static char room[65536];
  stack_t stack = {};
  stack.ss_sp = room;
  stack.ss_size = sizeof room;
  sigaltstack(&stack, nullptr);
  struct sigaction action = {};
  action.sa_flags = SA_ONSTACK;
  action.sa_handler = Leap;
  sigaction(SIGSEGV, &action, nullptr);
  volatile int faults = 0;
  for (volatile int i = 0; i < 20; ++i) {
    if (sigsetjmp(landing, 1) == 0) {
      std::function<void(int)> fall = [&](int depth) {
        if (depth > 0) return fall(depth - 1);
        raise(SIGSEGV);
      };
      fall(i);
    } else {
      faults = faults + 1;
    }
    Deep(i * 10);
  }
  std::printf("%d\n", faults);
  return 0;
}

void* Wait(void*) {
  struct Last {
    ~Last() { std::puts("unwound"); }
  } last;
  for (;;) {
    Add(1, 1);
    usleep(100);
  }
}
int Cancel() {
  pthread_t thread;
  void* result = nullptr;
  pthread_create(&thread, nullptr, Wait, nullptr);
  usleep(3000);
  pthread_cancel(thread);
  pthread_join(thread, &result);
  return result == PTHREAD_CANCELED ? 5 : 6;
}

void AtExit() { std::printf("at exit %ld\n", Fibonacci(6)); }
int Leave(int code) {
  std::atexit(AtExit);
  std::exit(code);
}
int Throw() noexcept(false) { throw std::runtime_error("nobody catches this"); }
int Escape() noexcept { return Throw(); }
struct Throwing {
  ~Throwing() noexcept(false) {
    if (std::uncaught_exceptions() == 0) throw 4;
  }
};
int Destructors() {
  try {
    Throwing throwing;
    Add(1, 2);
  } catch (int e) {
    return e;
  }
  return 0;
}
template <typename T>
struct Pool {  // an allocator of the program's own
  using value_type = T;
  Pool() = default;
  template <typename U>
  Pool(const Pool<U>&) {}
  T* allocate(std::size_t n) {
    CountAllocation(static_cast<long>(n));
    return static_cast<T*>(std::malloc(n * sizeof(T)));
  }
  void deallocate(T* p, std::size_t) { std::free(p); }
  bool operator==(const Pool&) const { return true; }
  bool operator!=(const Pool&) const { return false; }
};
int Allocators() {
  std::map<int, int, std::less<>, Pool<std::pair<const int, int>>> map;
  for (int i = 0; i < 2000; ++i) map[i] = i;
  std::vector<std::string> texts;
  for (int i = 0; i < 2000; ++i) texts.push_back(std::string(100, 'x'));
  std::printf("%zu %zu %d\n", map.size(), texts.size(), allocated > 2000 ? 1 : 0);
  return 0;
}
int TerminateQuietly() {
  std::set_terminate([] {
    std::puts("terminated");
    std::fflush(stdout);
    std::_Exit(9);
  });
  return Throw();
}

Global second("second");

}  // namespace

// Everything that allocates comes here, the runtime too.
void* operator new(std::size_t size) {
  CountAllocation(1);
  if (void* p = std::malloc(size == 0 ? 1 : size)) return p;
  throw std::bad_alloc();
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }

int main(int, char** given) {
  arguments = given;
  const std::map<std::string, std::function<int()>> ways = {{"hot", Hot},
                                                            {"stack", Stack},
                                                            {"threads", Threads},
                                                            {"detached", Detached},
                                                            {"fork", Fork},
                                                            {"exec", Exec},
                                                            {"signals", Signals},
                                                            {"fault", Fault},
                                                            {"cancel", Cancel},
                                                            {"exit", [] { return Leave(12); }},
                                                            {"_exit",
                                                             [] {
                                                               _exit(13);
                                                               return 0;
                                                             }},
                                                            {"abort",
                                                             [] {
                                                               std::abort();
                                                               return 0;
                                                             }},
                                                            {"throw", Throw},
                                                            {"escape", Escape},
                                                            {"destructors", Destructors},
                                                            {"allocators", Allocators},
                                                            {"terminate", TerminateQuietly},
                                                            {"kill", [] { return raise(SIGKILL); }},
                                                            {"return", [] { return static_cast<int>(Fibonacci(7)); }}};
  return ways.at(given[1])();
}
