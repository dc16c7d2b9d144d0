// A header that traced.cc includes and other.cc does not.
#pragma once
inline int DoubleOf(int size) { return 2 * size; }
