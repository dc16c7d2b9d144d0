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

SPANSMITH_SPAN("usual", SPANSMITH_OK_ON_SUCCESS) static Status Usual(Code code) { return {code}; }
SPANSMITH_SPAN("none", SPANSMITH_ANSWERS(none)) static Status None(Code code) { return {code}; }
SPANSMITH_SPAN("two", SPANSMITH_ANSWERS(already_exists, conflict)) static Status Two(Code code) {
  Status status{code};
  return status;
}

void Run();
void Run() {
  for (const Code code : {Code::kOk, Code::kNotFound, Code::kAlreadyExists, Code::kConflict, Code::kCancelled, Code::kInternal}) {
    std::printf("%d%d%d\n", Usual(code).ok(), None(code).ok(), Two(code).ok());
  }
}
