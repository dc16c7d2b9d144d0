// A plugin with a span of its own; the program's runtime serves it.
#include <stdexcept>
#include <string>

#include <spansmith/annotations.h>

SPANSMITH_SPAN("Inside") static int Inside(int n) {
  if (n > 0) throw std::out_of_range("plugin " + std::to_string(n));
  return 9;
}
extern "C" int spansmith_plugin(int n);
SPANSMITH_SPAN("Plugin") int spansmith_plugin(int n) {
  try {
    if (n == 0) Inside(1);
  } catch (const std::exception&) {
  }
  return Inside(n);
}
