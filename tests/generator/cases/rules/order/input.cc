// Rules refine one another in their order; an annotation goes before all of them, `ignore` before every rule.
#include <spansmith/annotations.h>

#include <string>

namespace shop {

SPANSMITH_SPAN("Annotated") static int Annotated(int value) { return value; }
SPANSMITH_IGNORE static int Marked(int value) { return value; }
static int Ignored(int value) { return value; }
static int Refined(int value) { return value; }
static int Plain(int value) { return value; }
static int Excluded(int value) { return value; }

}  // namespace shop

void Run();
void Run() {
  shop::Annotated(1);
  shop::Marked(2);
  shop::Ignored(3);
  shop::Refined(4);
  shop::Plain(5);
  shop::Excluded(6);
}
