// One function that a rule selects, with an annotation that does not count.
#include <spansmith/annotations.h>

namespace shop {
SPANSMITH_SPAN("Annotated", SPANSMITH_KIND(no_such_kind))
int One(int size) { return size; }
}  // namespace shop
