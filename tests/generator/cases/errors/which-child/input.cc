// A span that hands a child's error on says which one it was, whether it was returned or thrown, also across threads and
// as what another exception was made of; an error of its own is its own.
// flags: -std=c++17 -pthread
// libraries: -pthread
#include <spansmith/annotations.h>

#include <cstdio>
#include <exception>
#include <future>
#include <stdexcept>
#include <string>
#include <utility>

enum class Code { kOk, kUnavailable = 14, kInternal = 13 };
struct Status {
  Code it = Code::kOk;
  std::string text;
  bool ok() const { return it == Code::kOk; }
  Code code() const { return it; }
  const std::string& message() const { return text; }
};

SPANSMITH_SPAN("Connect") static Status Connect(bool good) {
  if (good) return {};
  return {Code::kUnavailable, "connection refused"};
}
SPANSMITH_SPAN("Fetch") static Status Fetch() {
  Status status = Connect(false);
  status.text = "failed to fetch: " + status.text;
  return status;
}
SPANSMITH_SPAN("Handle") static Status Handle() { return Fetch(); }
SPANSMITH_SPAN("Recovers") static Status Recovers() {
  if (!Connect(false).ok()) return {Code::kInternal, "of its own"};
  return {};
}

SPANSMITH_SPAN("Throws") static void Throws() { throw std::runtime_error("refused"); }
SPANSMITH_SPAN("Wraps") static void Wraps() {
  try {
    Throws();
  } catch (...) {
    std::throw_with_nested(std::logic_error("failed to wrap"));
  }
}
SPANSMITH_SPAN("Carries") static void Carries() {
  std::exception_ptr error;
  try {
    Throws();
  } catch (...) {
    error = std::current_exception();
  }
  std::rethrow_exception(error);
}

void Run();
void Run() {
  std::printf("%d%d%d\n", Handle().ok(), Recovers().ok(), Connect(true).ok());
  for (void (*function)() : {Wraps, Carries}) {
    try {
      function();
    } catch (const std::exception& error) {
      std::puts(error.what());
    }
  }
}
