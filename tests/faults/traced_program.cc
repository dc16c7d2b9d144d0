// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// traced_program SPANS [WHAT]: ends so many spans, flushes, shuts down, and prints what became of them, a line a
// number. WHAT happens after the first half of the spans:
//   clock-back     the wall clock is set back by a year
//   no-files       every file descriptor is in use, until the flush is over
//   killed         by SIGKILL, within the first write to a spill file
//   spill-full     the disk with the spill file takes half a record
//   small-files    no file may grow beyond 100 bytes
//   configuration  the configuration is printed
//   fork           a child is forked while spans are sent; it makes as many spans, and flushes
//   threads        a thousand threads make a span each and end together
//   exit           std::exit is called on another thread, while this one makes spans without an end
//   exec           once the flush is over, the program becomes one that lists its file descriptors
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spansmith/configuration.h>
#include <spansmith/injected.h>
#include <spansmith/runtime.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

std::atomic<time_t> set_back{0};  // seconds
std::atomic<bool> dies_spilling{false};
std::atomic<bool> spill_is_full{false};

bool IsSpillFile(int file) {
  char path[4096];
  const std::string link = "/proc/self/fd/" + std::to_string(file);
  const ssize_t size = readlink(link.c_str(), path, sizeof path);
  return size > 0 && std::string_view(path, static_cast<std::size_t>(size)).ends_with(".spill");
}

}  // namespace

// Stands before the C library's, for this program and every library in it.
extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept {
  static const auto real = reinterpret_cast<decltype(&clock_gettime)>(dlsym(RTLD_NEXT, "clock_gettime"));
  const int result = real(clock, time);
  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) time->tv_sec -= set_back;
  return result;
}

extern "C" ssize_t write(int file, const void* bytes, size_t size) {
  static const auto real = reinterpret_cast<decltype(&write)>(dlsym(RTLD_NEXT, "write"));
  if (!(dies_spilling || spill_is_full) || !IsSpillFile(file)) return real(file, bytes, size);
  if (dies_spilling || lseek(file, 0, SEEK_END) == 0) {
    const ssize_t half = real(file, bytes, size / 2);
    if (dies_spilling) kill(getpid(), SIGKILL);
    return half;
  }
  errno = ENOSPC;
  return -1;
}

namespace {

using std::chrono::milliseconds;

void Work(int spans) {
  static spansmith::injected::Site site("Work");
  for (int i = 0; i < spans; ++i) const spansmith::injected::Guard guard(&site);
}

milliseconds Patience(const char* name, int otherwise) {
  const char* const value = std::getenv(name);
  return milliseconds(value == nullptr ? otherwise : std::atoi(value));
}

std::vector<int> TakeEveryFile() {
  const rlimit few{64, 64};
  setrlimit(RLIMIT_NOFILE, &few);
  std::vector<int> taken;
  for (int file; (file = open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0;) taken.push_back(file);
  return taken;
}

void Print(const char* name, std::uint64_t value) {
  std::printf("%s %llu\n", name, static_cast<unsigned long long>(value));
}

void PrintAccount() {
  const spansmith::Stats stats = spansmith::GetStats();
  Print("produced", stats.produced);
  Print("delivered", stats.delivered);
  Print("sampled_out", stats.sampled_out);
  Print("spilled", stats.spilled);
  Print("pending", stats.pending);
  Print("dropped", stats.Dropped());
  Print("export_failed", stats.dropped_export_failed);
  Print("rejected", stats.dropped_rejected);
  Print("shutdown_timeout", stats.dropped_shutdown_timeout);
  Print("after_shutdown", stats.dropped_after_shutdown);
}

// False: the child could not deliver its spans.
bool Fork(int spans) {
  std::thread flushing([] { spansmith::Flush(milliseconds(60'000)); });
  const pid_t child = fork();
  if (child == 0) {
    Work(spans);
    _exit(spansmith::Flush(milliseconds(60'000)) ? 0 : 1);
  }
  int status = 1;
  waitpid(child, &status, 0);
  flushing.join();
  return status == 0;
}

void RunThreads(int count) {
  std::atomic<int> waiting{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&] {
      for (++waiting; waiting < count;) std::this_thread::yield();
      Work(1);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace

int main(int argc, char** argv) {
  alarm(120);  // nothing here may hang
  const int spans = argc > 1 ? std::atoi(argv[1]) : 10;
  const std::string_view what = argc > 2 ? argv[2] : "";
  if (what == "exit") std::atexit([] { PrintAccount(); });  // before the runtime's: it is called after it
  Work(spans / 2);
  std::vector<int> files;
  if (what == "clock-back") set_back = 365 * 24 * 60 * 60;
  dies_spilling = what == "killed";
  spill_is_full = what == "spill-full";
  if (what == "no-files") files = TakeEveryFile();
  if (what == "small-files") {
    const rlimit small{100, 100};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  if (what == "configuration") std::printf("%s", spansmith::Runtime::EffectiveConfiguration().c_str());
  if (what == "fork" && !Fork(spans)) return 3;
  if (what == "threads") RunThreads(1'000);
  if (what == "exit") {
    std::thread([] { std::exit(0); }).detach();
    while (true) Work(1);
  }
  Work(spans - spans / 2);
  const bool flushed = spansmith::Flush(Patience("FAULTS_FLUSH", 60'000));
  if (what == "exec") {
    std::fflush(stdout);
    execl("/bin/ls", "ls", "-l", "/proc/self/fd", nullptr);
  }
  for (const int file : files) close(file);
  const bool ended = spansmith::Shutdown(Patience("FAULTS_SHUTDOWN", 60'000));
  Print("flushed", flushed);
  Print("ended", ended);
  PrintAccount();
  return 0;
}
