// `result` inside a macro is not the returned value.
#include <spansmith/annotations.h>

#define COUNT result.count
#define INNER COUNT
struct Value {
  int count = 1;
};
SPANSMITH_SPAN("x", SPANSMITH_RETURN_ATTR(count, INNER + 1)) Value Make();
Value Make() {
  Value other;
  return other;
}
