// A return attribute where nothing is returned.
#include <spansmith/annotations.h>

class Thing {
 public:
  SPANSMITH_SPAN("Constructed", SPANSMITH_RETURN_ATTR(x, result)) Thing() { Nothing(); }
  SPANSMITH_SPAN("Nothing", SPANSMITH_ATTR(a, 1),
                 SPANSMITH_RETURN_ATTR(x, result.x))
  void Nothing();
};
void Thing::Nothing() {}
