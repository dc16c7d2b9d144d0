// Attributes without a value.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Values", SPANSMITH_ATTR(k8s.name, )) int Values();
int Values() {
  SPANSMITH_NOTE(noted, );
  return 1;
}
