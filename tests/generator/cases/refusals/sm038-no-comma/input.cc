// Options, and a name and an option, without a comma between them.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Name" SPANSMITH_KIND(client)) int Name();
int Name() { return 1; }
SPANSMITH_SPAN("Two", SPANSMITH_ATTR(two.sum, ("(", 1 + 1)) SPANSMITH_ROOT, SPANSMITH_KIND(client))
int Two() { return 2; }
SPANSMITH_SPAN("Three",
               SPANSMITH_OK_ON_SUCCESS  // a remark, with a comma
               SPANSMITH_ERROR_TEXT("three"))
int Three() {
  SPANSMITH_EVENT("a" SPANSMITH_ATTR(b, 1));
  return 3;
}
