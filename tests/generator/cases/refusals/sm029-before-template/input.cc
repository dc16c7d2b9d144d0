// A span annotation before `template`.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("x", SPANSMITH_KIND(client))
template <typename T>
T Id(T value) {
  return value;
}
