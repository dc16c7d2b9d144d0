#ifndef WIDGET_H_
#define WIDGET_H_
#include <spansmith/annotations.h>
template <typename T>
struct Widget {
  SPANSMITH_SPAN("Turn", SPANSMITH_ATTR(by, by)) T Turn(T by);
};
SPANSMITH_SPAN("Plain") inline int Plain(int value);
#endif  // WIDGET_H_
