// A specialisation of ErrorTraits behind a function that returns the type: a warning, and the function is as it was.
#include <spansmith/annotations.h>
#include <spansmith/errors.h>

struct Result {
  int number = 0;
};

SPANSMITH_SPAN("Early") static Result Early() { return {404}; }

template <>
struct spansmith::ErrorTraits<Result> {
  static bool IsError(const Result& r) { return r.number != 0; }
};

void Run();
void Run() { static_cast<void>(Early()); }
