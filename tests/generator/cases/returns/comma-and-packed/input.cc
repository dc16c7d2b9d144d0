// A comma expression is one value; a packed member is copied, not bound; a pointer to a function and an array by reference
// are returned as they were; decltype(auto) deduces what it did.
#include <spansmith/annotations.h>

#include <cstdio>
#include <type_traits>

struct Inner {
  int value;
};
struct [[gnu::packed]] Packed {
  char first;
  Inner inner;
};
struct Array {
  int values[3] = {1, 2, 3};
};
struct Holder {
  Inner inner;
};

static int calls = 0;

static int Add(int a, int b) { return a + b; }
static int Sub(int a, int b) { return a - b; }

SPANSMITH_SPAN("Comma", SPANSMITH_RETURN_ATTR(r, result)) static int Comma(int i, int j) { return calls += i, j; }
SPANSMITH_SPAN("Packed", SPANSMITH_RETURN_ATTR(r, result.value)) static Inner FromPacked(Packed& p) { return p.inner; }
SPANSMITH_SPAN("Pick", SPANSMITH_RETURN_ATTR(r, result(5, 2))) static int (*Pick(bool add))(int, int) { return add ? Add : Sub; }
SPANSMITH_SPAN("Values", SPANSMITH_RETURN_ATTR(r, *result)) static int (&Values(Array& array))[3] { return array.values; }
SPANSMITH_SPAN("Deduced", SPANSMITH_RETURN_ATTR(r, result.value)) static decltype(auto) Deduced(Holder h) { return h.inner; }

void Run();
void Run() {
  Packed packed = {'x', {3}};
  Array array;
  static_assert(!std::is_reference_v<decltype(Deduced(Holder{{4}}))>);
  std::printf("%d %d %d %d %d %d\n", Comma(1, 2), FromPacked(packed).value, Pick(true)(1, 1), Pick(false)(1, 1),
              Values(array)[2], Deduced(Holder{{4}}).value + calls);
}
