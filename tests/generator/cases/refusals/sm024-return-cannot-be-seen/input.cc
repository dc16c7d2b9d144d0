// Returns that cannot be observed without a change: an immovable and a copy-only temporary, a dependent one, one from a
// macro.
#include <spansmith/annotations.h>

struct Immovable {
  explicit Immovable(int v) : value(v) {}
  Immovable(const Immovable&) = delete;
  Immovable& operator=(const Immovable&) = delete;
  int value;
};
struct CopyOnly {
  explicit CopyOnly(int v) : value(v) {}
  CopyOnly(const CopyOnly& other) : value(other.value) {}
  CopyOnly& operator=(const CopyOnly&) = delete;
  int value;
};
#define RETURN_IT(x) return x

SPANSMITH_SPAN("Immovable", SPANSMITH_RETURN_ATTR(value, result.value)) Immovable MakeImmovable();
Immovable MakeImmovable() {
  return Immovable(1);
}
SPANSMITH_SPAN("CopyOnly", SPANSMITH_RETURN_ATTR(value, result.value)) CopyOnly MakeCopyOnly();
CopyOnly MakeCopyOnly() { return CopyOnly(1); }
template <typename T>
SPANSMITH_SPAN("Dependent", SPANSMITH_RETURN_ATTR(value, result)) T Dependent(T value) {
  return value + 1;
}
SPANSMITH_SPAN("Macro", SPANSMITH_RETURN_ATTR(value, result)) int Macro(int value);
int Macro(int value) { RETURN_IT(value); }
