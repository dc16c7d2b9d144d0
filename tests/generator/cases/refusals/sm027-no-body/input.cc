// Functions without a body written out.
#include <spansmith/annotations.h>

#define BODY { return 1; }
struct Thing {
  SPANSMITH_SPAN("defaulted") Thing() = default;
  SPANSMITH_SPAN("deleted") Thing(const Thing&) = delete;
};
SPANSMITH_SPAN("macro") int Macro() BODY
