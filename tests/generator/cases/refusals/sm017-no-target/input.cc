// Expressions that are missing.
#include <spansmith/annotations.h>

SPANSMITH_SPAN("Name", SPANSMITH_NAME()) void Name();
void Name() {
  SPANSMITH_INJECT();
}
SPANSMITH_SPAN("Link", SPANSMITH_LINK()) void Link();
void Link() {}
SPANSMITH_SPAN("Parent", SPANSMITH_PARENT()) void Parent();
void Parent() {}
