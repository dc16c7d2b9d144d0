// SPANSMITH_EVENT: with attributes and without, under if and else, in a loop; an attribute that throws leaves the event.
#include <spansmith/annotations.h>

#include <cstdio>
#include <stdexcept>
#include <string>

std::string Throwing();
std::string Throwing() { throw std::runtime_error("no value"); }

SPANSMITH_SPAN("Retry") static int Retry(int attempts) {
  for (int attempt = 1; attempt < attempts; ++attempt)
    SPANSMITH_EVENT("retry", SPANSMITH_ATTR(http.request.resend_count, attempt), SPANSMITH_ATTR(reason, std::string("conflict")));
  if (attempts > 2) { SPANSMITH_EVENT("many"); } else { SPANSMITH_EVENT("few"); }
  SPANSMITH_EVENT("two" " \"pieces\"", SPANSMITH_ATTR(bad, Throwing()),
                  SPANSMITH_ATTR(good, 1));
  SPANSMITH_NOTE(attempts, attempts);
  return attempts;
}

template <typename T>
SPANSMITH_SPAN("Generic") static T Generic(T value) {
  SPANSMITH_EVENT("value", SPANSMITH_ATTR(value, value));
  return value;
}

void Run();
void Run() { std::printf("%d %d %d\n", Retry(1), Retry(3), Generic(5)); }
