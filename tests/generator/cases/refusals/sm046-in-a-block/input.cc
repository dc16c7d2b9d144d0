// An annotation on a declaration in a block: it holds where the source has the definition too, and nowhere else.
#include <spansmith/annotations.h>

int Elsewhere(int size);
int Caller(bool far);
int Caller(bool far) {
  if (far) {
    SPANSMITH_SPAN("Elsewhere") int Elsewhere(int size);
    return Elsewhere(1);
  }
  SPANSMITH_SPAN("Here") int Here(int size);
  return Here(2);
}
int Here(int size);
int Here(int size) { return size; }
