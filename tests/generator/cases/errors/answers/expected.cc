/*prologue*/
#line 1 "input.cc"
// SPANSMITH_ANSWERS says which returned errors are answers to what was asked; without it they are those that say that
// nothing is there, and cancellations.
#include <spansmith/annotations.h>

#include <cstdio>
#include <string>

enum class Code { kOk, kNotFound, kAlreadyExists, kConflict, kCancelled, kInternal };
struct Status {
  Code it = Code::kOk;
  bool ok() const { return it == Code::kOk; }
  Code code() const { return it; }
  std::string message() const { return "said"; }
};

SPANSMITH_SPAN("usual", SPANSMITH_OK_ON_SUCCESS) static Status Usual(Code code) { /*guard 1*/
#line 16 "input.cc"
                                                                                  { ::Status sm_r_1 = 
#line 16 "input.cc"
                                                                                         {code}; if (sm_guard_1.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_1, sm_r_1); } return sm_r_1; }
#line 16 "input.cc"
                                                                                                 }
SPANSMITH_SPAN("none", SPANSMITH_ANSWERS(none)) static Status None(Code code) { /*guard 2*/
#line 17 "input.cc"
                                                                                { ::Status sm_r_2 = 
#line 17 "input.cc"
                                                                                       {code}; if (sm_guard_2.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_2, sm_r_2, 0u); } return sm_r_2; }
#line 17 "input.cc"
                                                                                               }
SPANSMITH_SPAN("two", SPANSMITH_ANSWERS(already_exists, conflict)) static Status Two(Code code) { /*guard 3*/
  Status status{code};
  { if (sm_guard_3.sm_Recording()) { const auto& sm_r_3 = status; static_cast<void>(sm_r_3); ::spansmith::injected::sm_LookAt(sm_guard_3, sm_r_3, 12u); } 
#line 20 "input.cc"
  return status; }
}

void Run();
void Run() {
  for (const Code code : {Code::kOk, Code::kNotFound, Code::kAlreadyExists, Code::kConflict, Code::kCancelled, Code::kInternal}) {
    std::printf("%d%d%d\n", Usual(code).ok(), None(code).ok(), Two(code).ok());
  }
}
