// Names in SPANSMITH_ARGS that are no parameter's, a pack's, or a parameter's without a name in the definition.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("A", SPANSMITH_ARGS(first, secnd)) void A(int first, int second);
void A(int first, int second) { static_cast<void>(first + second); }

template <typename... Items>
SPANSMITH_SPAN("B", SPANSMITH_ARGS(items))
void B(Items... items);
template <typename... Items>
void B(Items... items) {
  (static_cast<void>(items), ...);
}

SPANSMITH_SPAN("C", SPANSMITH_ARGS(unused)) void C(int unused);
void C(int) {}
SPANSMITH_SPAN("D", SPANSMITH_ARGS(a.b, )) void D(int a);
void D(int a) { static_cast<void>(a); }
SPANSMITH_SPAN("E", SPANSMITH_ARGS(x)) void E();
void E() {}
