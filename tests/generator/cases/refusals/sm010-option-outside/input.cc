// An option that stands alone, on a function and as a statement.
#include <spansmith/annotations.h>

SPANSMITH_ATTR(k8s.name, name) int Alone(const char* name);
int Alone(const char* name) {
  SPANSMITH_RETURN_ATTR(x, result);
  return name == nullptr ? 1 : 0;
}
