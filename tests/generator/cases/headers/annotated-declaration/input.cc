// An annotation on a declaration in a header holds for the definition here; the header is found beside the source, and
// a class's scope holds for its functions.
#include "service.h"

#include <cstdio>

#if __has_include("service.h") && __has_include("missing.h") == 0
constexpr int kFound = 1;
#else
constexpr int kFound = 0;
#endif

namespace service {

int Service::Call(int value) const {
  if (value == 0) return kFound;
  SPANSMITH_NOTE(value.squared, value * value);
  return offset_ + value;
}

}  // namespace service

void Run();
void Run() { std::printf("%d %d\n", service::Service().Call(0), service::Service().Call(3)); }
