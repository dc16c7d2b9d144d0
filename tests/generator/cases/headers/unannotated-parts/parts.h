#ifndef PARTS_H_
#define PARTS_H_
#include <spansmith/annotations.h>
inline int Untraced() { return 1; }
SPANSMITH_SPAN("Traced") inline int Traced() { return Untraced() + 1; }
SPANSMITH_IGNORE inline int Ignored() { return 2; }
SPANSMITH_SPAN("Declared") int Declared();
constexpr int Constant() { return 3; }
#endif  // PARTS_H_
