#ifndef WIDGET_INL_H_
#define WIDGET_INL_H_
#include "widget.h"
template <typename T>
T Widget<T>::Turn(T by) {
  return by + 1;
}
inline int Plain(int value) { return value; }
#endif  // WIDGET_INL_H_
