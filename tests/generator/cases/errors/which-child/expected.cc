/*prologue*/
#line 1 "input.cc"
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

SPANSMITH_SPAN("Connect") static Status Connect(bool good) { /*guard 1*/
  if (good) { ::Status sm_r_1 = 
#line 24 "input.cc"
                   {}; if (sm_guard_1.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_1, sm_r_1); } return sm_r_1; }
  { ::Status sm_r_1 = 
#line 25 "input.cc"
         {Code::kUnavailable, "connection refused"}; if (sm_guard_1.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_1, sm_r_1); } return sm_r_1; }
}
SPANSMITH_SPAN("Fetch") static Status Fetch() { /*guard 2*/
  Status status = Connect(false);
  status.text = "failed to fetch: " + status.text;
  { if (sm_guard_2.sm_Recording()) { const auto& sm_r_2 = status; static_cast<void>(sm_r_2); ::spansmith::injected::sm_LookAt(sm_guard_2, sm_r_2); } 
#line 30 "input.cc"
  return status; }
}
SPANSMITH_SPAN("Handle") static Status Handle() { /*guard 3*/
#line 32 "input.cc"
                                                  { auto sm_r_3 = 
#line 32 "input.cc"
                                                         Fetch(); if (sm_guard_3.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_3, sm_r_3); } return sm_r_3; }
#line 32 "input.cc"
                                                                  }
SPANSMITH_SPAN("Recovers") static Status Recovers() { /*guard 4*/
  if (!Connect(false).ok()) { ::Status sm_r_4 = 
#line 34 "input.cc"
                                   {Code::kInternal, "of its own"}; if (sm_guard_4.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_4, sm_r_4); } return sm_r_4; }
  { ::Status sm_r_4 = 
#line 35 "input.cc"
         {}; if (sm_guard_4.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_4, sm_r_4); } return sm_r_4; }
}

SPANSMITH_SPAN("Throws") static void Throws() { /*guard 5*/
#line 38 "input.cc"
                                                throw std::runtime_error("refused"); }
SPANSMITH_SPAN("Wraps") static void Wraps() { /*guard 6*/
  try {
    Throws();
  } catch (...) {
    std::throw_with_nested(std::logic_error("failed to wrap"));
  }
}
SPANSMITH_SPAN("Carries") static void Carries() { /*guard 7*/
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
